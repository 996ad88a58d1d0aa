using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Makes a run of the steps so far, for predicates that read runs.</summary>
internal static class Partial
{
    public static Run Run(IReadOnlyList<Step> steps) =>
        new()
        {
            Steps = [.. steps],
            Ending = Ending.Stopped,
            Actors = Actors(steps),
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "probe",
        };

    // Names and parents, as the starts among the steps tell them.
    private static List<ActorInfo> Actors(IReadOnlyList<Step> steps)
    {
        List<ActorInfo> actors = [new(0, "main", -1, null)];
        foreach (Step step in steps)
        {
            if (step.Operation.Kind == OperationKind.Start && step.Decision.Go)
            {
                string name = string.IsNullOrEmpty(step.Operation.Text)
                    ? $"process-{actors.Count}"
                    : step.Operation.Text;
                int process = step.Operation.StartsThread ? actors[step.Actor].Process : actors.Count;
                actors.Add(
                    new ActorInfo(actors.Count, name, step.Operation.StartsDetached ? 0 : step.Actor, null)
                    {
                        Process = process,
                        IsDaemon = step.Operation.StartsDaemon,
                    }
                );
            }
        }
        return actors;
    }
}
