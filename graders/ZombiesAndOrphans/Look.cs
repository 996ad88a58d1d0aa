using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ZombiesAndOrphans;

/// <summary>One operation by which main learns of processes whether they have ended.</summary>
/// <param name="Step">Its place in the run.</param>
/// <param name="Ended">Those of whom it says that they have, in a way that reaps them.</param>
/// <param name="Running">Those of whom it says that they have not.</param>
internal sealed record Look(int Step, IReadOnlyList<int> Ended, IReadOnlyList<int> Running)
{
    public bool Sees(int actor, bool ended) => (ended ? Ended : Running).Contains(actor);

    /// <summary>What main's step says of others; null when it is not a look.</summary>
    public static Look? Of(Step step) =>
        step.Operation.Kind switch
        {
            OperationKind.Join when step.Decision.Go => new Look(step.Index, [step.Object.Number], []),
            OperationKind.Join => new Look(step.Index, [], [step.Object.Number]),
            OperationKind.IsAlive when step.Decision.Value == 0 => new Look(step.Index, [step.Object.Number], []),
            OperationKind.IsAlive => new Look(step.Index, [], [step.Object.Number]),
            OperationKind.ExitCode when step.Decision.Value != long.MinValue => new Look(
                step.Index,
                [step.Object.Number],
                []
            ),
            OperationKind.ExitCode => new Look(step.Index, [], [step.Object.Number]),
            OperationKind.WaitAny => OfWait(step),
            _ => null,
        };

    /// <summary>Whether a step of main asks how things stand, without sleeping, and nothing has changed.</summary>
    public static bool IsInVain(Step step) =>
        step.Operation.Kind switch
        {
            OperationKind.Sleep => true,
            OperationKind.Read or OperationKind.IsSet or OperationKind.Call or OperationKind.Look => true,
            _ when !step.Decision.Go => true,
            OperationKind.IsAlive or OperationKind.ExitCode => Of(step) is { Running: not [] },
            _ => false,
        };

    // Who waits for several at once learns who is ready; the exit code has still to be asked for.
    private static Look OfWait(Step step)
    {
        var watched = PipeEnd.In(step.Operation).ToList();
        var ready = step.Decision.Payload ?? new byte[watched.Count];
        List<int> running = [];
        for (var place = 0; place < watched.Count; place++)
        {
            if (watched[place].End == PipeEnd.Process && ready[place] == 0)
            {
                running.Add(watched[place].Number);
            }
        }
        return new Look(step.Index, [], running);
    }
}
