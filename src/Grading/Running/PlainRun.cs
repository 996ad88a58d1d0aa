using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// A run for real in the form of a controlled one, so that claims about schedules can look at it. It has what the log of such a
/// run keeps: processes, marks, what was returned and printed; no operation on a primitive.
/// </summary>
internal static class PlainRun
{
    private const string Strategy = "the operating system";

    /// <summary>Reads a run that came to its end.</summary>
    public static KataRun Of(RealRun run, Size size)
    {
        Dictionary<string, int> named = [];
        List<Step> steps = [];
        foreach (LoggedEvent logged in WithEndsWhereTheyAreKnown(run.Events))
        {
            steps.Add(
                new Step(
                    steps.Count,
                    Math.Max(0, ActorOf(run, logged.Pid)),
                    OperationOf(logged),
                    new Decision(Outcome.Go, StartedBy(run, logged) ?? 0),
                    ObjectOf(run, logged, named),
                    Source: null
                )
            );
        }
        // The log does not say when each line was printed.
        var printed = new Operation(OperationKind.Print, Text: run.Output);
        steps.Add(new Step(steps.Count, 0, printed, new Decision(Outcome.Go), ObjectId.None, Source: null));
        return new KataRun(
            new Run
            {
                Steps = steps,
                Ending = Ending.Completed,
                Actors = [.. run.Processes.Select((process, number) => Actor(run, process, number))],
                Waits = [],
                Objects = new Dictionary<ObjectId, ObjectInfo>(),
                Strategy = Strategy,
            },
            size
        );
    }

    /// <summary>A controlled run without all that a run for real does not show.</summary>
    public static KataRun Stripped(KataRun run)
    {
        List<Step> kept = [.. run.Run.Steps.Where(step => IsShown(step.Operation.Kind))];
        return new KataRun(
            run.Run with
            {
                Steps = [.. kept.Select((step, index) => step with { Index = index })],
                Objects = new Dictionary<ObjectId, ObjectInfo>(),
            },
            run.Size
        );
    }

    private static bool IsShown(OperationKind kind) =>
        kind
            is OperationKind.Begin
                or OperationKind.Start
                or OperationKind.End
                or OperationKind.Mark
                or OperationKind.Return
                or OperationKind.Print;

    // A parent records the end of a child as it reaps it. Of one that it has not reaped before main returned, the process table
    // has told whether it had ended by then.
    private static IEnumerable<LoggedEvent> WithEndsWhereTheyAreKnown(IReadOnlyList<LoggedEvent> events)
    {
        HashSet<int> zombies = [];
        foreach (LoggedEvent logged in events)
        {
            if (logged.Kind == OperationKind.Remains)
            {
                int child = (int)logged.Argument;
                if (logged.Text == RealRunReader.Zombie && zombies.Add(child))
                {
                    yield return logged with
                    {
                        Kind = OperationKind.End,
                        Pid = child,
                        Argument = 0,
                    };
                }
            }
            else if (logged.Kind != OperationKind.End || !zombies.Remove(logged.Pid))
            {
                yield return logged;
            }
        }
    }

    private static ActorInfo Actor(RealRun run, RealProcess process, int number) =>
        new(number, process.Name, number == 0 ? -1 : Math.Max(0, ActorOf(run, process.ParentPid)), process.ExitCode);

    // The latest, should the system have given one id twice; negative for one that nobody started.
    private static int ActorOf(RealRun run, int pid)
    {
        for (int number = run.Processes.Count - 1; number >= 0; number--)
        {
            if (run.Processes[number].Pid == pid)
            {
                return number;
            }
        }
        return -1;
    }

    private static int? StartedBy(RealRun run, LoggedEvent logged) =>
        logged.Kind == OperationKind.Start ? ActorOf(run, (int)logged.Argument) : null;

    private static Operation OperationOf(LoggedEvent logged) =>
        logged.Kind == OperationKind.Return
            ? new Operation(logged.Kind, Payload: Convert.FromBase64String(logged.Text))
            : new Operation(logged.Kind, Text: logged.Text);

    private static ObjectId ObjectOf(RealRun run, LoggedEvent logged, Dictionary<string, int> named)
    {
        if (StartedBy(run, logged) is { } child)
        {
            return new ObjectId(ObjectSpace.Actor, child);
        }
        if (logged.Kind != OperationKind.Mark)
        {
            return ObjectId.None;
        }
        string name = logged.Text.Split('\t')[0];
        named.TryAdd(name, named.Count);
        return new ObjectId(ObjectSpace.Mark, named[name]);
    }
}
