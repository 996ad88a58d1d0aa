namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Asks whether something is possible while chosen actors are held at a point: everybody else goes on in turn until the
/// goal is met, or nobody but the held ones could go on. One schedule answers: what all others, running fairly, cannot
/// reach without the held ones, they wait for.
/// </summary>
/// <param name="hold">Whether an enabled actor is to be held where it stands.</param>
/// <param name="goal">Whether the steps so far meet the goal.</param>
public sealed class Probe(Func<Situation, Parked, bool> hold, Func<IReadOnlyList<Step>, bool> goal)
{
    /// <summary>The name of the actor of whom something was expected, so that the chain can begin with it; null begins with main.</summary>
    public string? About { get; init; }

    /// <summary>Runs it.</summary>
    public ProbeResult Run(IStage stage, RunOptions? options = null)
    {
        // Not granted ahead: what is asked here may remember what it was shown, so a run cannot be made again unnoticed.
        var strategy = new ProbeStrategy(hold, goal);
        var run = Arbiter.Run(stage, strategy, options);
        var reached = strategy.HasReached || goal(run.Steps);
        return new ProbeResult(reached, reached ? "" : new ChainOfWaits(run, strategy.Held).Tell(About), run);
    }
}
