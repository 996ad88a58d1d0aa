using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>One configuration of a kata: the arguments with which graders call its entry method.</summary>
/// <param name="name">For people and for replay tokens: <c>3 guests, 2 rooms</c>.</param>
/// <param name="arguments">What the entry method is called with.</param>
public sealed class Size(string name, params object?[] arguments)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The entry method's arguments.</summary>
    public IReadOnlyList<object?> Arguments => arguments;

    /// <summary>Whether every interleaving of this size is to be explored. Small sizes only: about 2,000 runs.</summary>
    public bool Proof { get; init; }

    /// <summary>
    /// The name of a process that is killed in most controlled runs of this size, at any of its points; null when nobody is. It
    /// must have no children. A run for real kills nobody.
    /// </summary>
    public string? Victim { get; init; }

    /// <summary>The name as it stands in a replay token.</summary>
    public string Slug => ReplayToken.Slug(name);
}
