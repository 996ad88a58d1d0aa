namespace ConcurrencyKatas.Scheduling;

/// <summary>Says where and how a replay differs from what was recorded.</summary>
internal static class ReplayWords
{
    /// <summary>An actor should go on and cannot.</summary>
    public static string Missing(Situation situation, int actor)
    {
        var found =
            situation.Of(actor) is { } parked
                ? $"it waits in {parked.Operation.Kind} for "
                    + $"{(parked.Model is { } model ? model.Info.Name : "others")}"
            : actor < situation.World.Processes.Count ? "it has ended"
            : "it was never started";
        return Diverged(situation.Steps.Count, $"{Name(situation, actor)} to go on", found);
    }

    /// <summary>The actor's name, if it has one yet.</summary>
    public static string Name(Situation situation, int actor) =>
        actor < situation.World.Processes.Count ? situation.World.Processes[actor].Info.Name : $"actor {actor}";

    /// <summary>The sentence about the first difference.</summary>
    public static string Diverged(int step, string expected, string found) =>
        $"The replay diverged at step {step}: expected {expected}, found {found}. "
        + "The submission is not the one that this token was made from.";

    /// <summary>How a run ended, after 'it'.</summary>
    public static string Ended(Ending ending) =>
        ending switch
        {
            Ending.Completed => "completed",
            Ending.Deadlocked => "was deadlocked",
            Ending.Looping => "looped without a point",
            Ending.TooLong => "came to its limit of points",
            Ending.Died => "lost a process",
            Ending.Silent => "fell silent",
            _ => "was stopped",
        };
}
