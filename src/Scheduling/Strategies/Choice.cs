namespace ConcurrencyKatas.Scheduling;

/// <summary>What a strategy wants next: an actor to go on, or the run to stop here.</summary>
public readonly record struct Choice
{
    private Choice(int actor, string? stop) => (Actor, StopReason) = (actor, stop);

    /// <summary>Who goes on; meaningless when <see cref="StopReason"/> is set.</summary>
    public int Actor { get; }

    /// <summary>Why the run stops, in a sentence; null when an actor goes on.</summary>
    public string? StopReason { get; }

    /// <summary>Lets an enabled actor perform its operation.</summary>
    public static Choice Grant(int actor) => new(actor, null);

    /// <summary>Ends the run with <see cref="Ending.Stopped"/> and this sentence as its detail.</summary>
    public static Choice Stop(string reason) => new(-1, reason);
}
