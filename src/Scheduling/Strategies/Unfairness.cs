namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// How long a strategy may leave somebody out. An actor that spins until another one has done something would spin for
/// ever under a strategy that prefers it, so after four times the length of a run, and a bit, everybody is equally likely.
/// </summary>
/// <param name="profile">Knows how long a run is.</param>
internal sealed class Unfairness(Profile profile)
{
    private const int Times = 4;
    private const int Bit = 100;

    private readonly int _limit = Times * profile.Length + Bit;

    /// <summary>Whether the run has come so far.</summary>
    public bool IsOver(Situation situation) => situation.Steps.Count >= _limit;
}
