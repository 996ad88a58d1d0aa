using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Makes a <see cref="RealRun"/> of what the session's log kept.</summary>
internal static class RealRunReader
{
    public const string Zombie = "Z";

    public static RealRun Read(
        IReadOnlyList<LoggedEvent> events,
        Size size,
        int exitCode,
        IReadOnlyList<int> leftovers,
        string output
    )
    {
        List<RealProcess> processes = Processes(events, exitCode);
        var marks = new List<MarkEvent>();
        object? returned = null;
        for (int i = 0; i < events.Count; i++)
        {
            LoggedEvent logged = events[i];
            if (logged.Kind == OperationKind.Mark)
            {
                var mark = new Operation(logged.Kind, Text: logged.Text);
                marks.Add(KataRun.ToMark(mark, i, NameOf(processes, logged.Pid)));
            }
            else if (logged.Kind == OperationKind.Return)
            {
                returned = Wire.DecodeNeutral(Convert.FromBase64String(logged.Text));
            }
        }
        return new RealRun
        {
            Arguments = size.Arguments,
            Processes = processes,
            Marks = marks,
            Output = output,
            ExitCode = exitCode,
            Leftovers = leftovers,
            Remaining =
            [
                .. events
                    .Where(logged => logged.Kind == OperationKind.Remains)
                    .Select(logged => new RemainingChild(
                        (int)logged.Argument,
                        NameOf(processes, (int)logged.Argument),
                        logged.Text == Zombie
                    )),
            ],
            Returned = returned,
            Events = events,
        };
    }

    // In a pass of its own: a child may record its first mark before its parent has recorded the start.
    private static List<RealProcess> Processes(IReadOnlyList<LoggedEvent> events, int exitCode)
    {
        int main = events.FirstOrDefault(e => e.Kind == OperationKind.Begin)?.Pid ?? 0;
        List<RealProcess> processes = [new RealProcess(main, 0, "main", exitCode)];
        foreach (LoggedEvent logged in events)
        {
            if (logged.Kind == OperationKind.Start)
            {
                processes.Add(new RealProcess((int)logged.Argument, logged.Pid, logged.Text, null));
            }
            else if (logged.Kind == OperationKind.End)
            {
                SetExitCode(processes, logged);
            }
        }
        return processes;
    }

    private static void SetExitCode(List<RealProcess> processes, LoggedEvent ended)
    {
        int index = processes.FindLastIndex(p => p.Pid == ended.Pid);
        if (index >= 0)
        {
            processes[index] = processes[index] with { ExitCode = (int)ended.Argument };
        }
    }

    private static string NameOf(List<RealProcess> processes, int pid) =>
        processes.FindLast(p => p.Pid == pid)?.Name ?? $"process {pid}";
}
