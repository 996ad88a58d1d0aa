namespace ConcurrencyKatas.Scheduling;

/// <summary>A strategy as it is listed in <see cref="Strategies.All"/>.</summary>
/// <param name="Name">Its name, as <see cref="IStrategy.Describe"/> begins.</param>
/// <param name="Description">What it does, in one line.</param>
/// <param name="Create">Makes one for a single run from a seed and what earlier runs have shown; an empty profile will do.</param>
/// <param name="Explores">Whether seeds lead to ever new interleavings, so that many runs of it find what one does not.</param>
public sealed record StrategyEntry(
    string Name,
    string Description,
    Func<ulong, Profile, IStrategy> Create,
    bool Explores = true
);
