using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Decides which lines a drawn trace has: all steps of a short run, and of a long one those that matter.</summary>
internal static class TraceLines
{
    /// <summary>The lines, from first to last.</summary>
    public static IReadOnlyList<TraceLine> Of(Run run, DrawingOptions options)
    {
        var words = new Words(run);
        var (steps, left) = Steps(run, options, words);
        var lines = Cut(steps, options);
        if (left > 0)
        {
            lines.Add(Remark($"({left} {(left == 1 ? "step" : "steps")} that only one actor could notice left out)"));
        }
        lines.AddRange(
            run.Waits.Select(wait => new TraceLine(-1, wait.Actor, Waiting(words, wait), Where(wait.Source), false, []))
        );
        return lines;
    }

    private static (List<TraceLine> Lines, int Left) Steps(Run run, DrawingOptions options, Words words)
    {
        var folds = run.Steps.Count > options.FoldAbove;
        var profile = options.Profile ?? ProfileOf(run);
        List<TraceLine> lines = [];
        List<(int, bool)> changes = [];
        var left = 0;
        foreach (var step in run.Steps)
        {
            if (step.Operation.Kind == OperationKind.Start)
            {
                changes.Add((step.Object.Number, true));
            }
            if (step.Ended is { } ended)
            {
                changes.Add((ended, false));
            }
            if (step.Index != options.FaultyStep && PipeWords.IsSaidByNext(run, step))
            {
                continue;
            }
            if (folds && step.Index != options.FaultyStep && profile.IsSettled(step.Operation.Kind, step.Object))
            {
                left++;
                continue;
            }
            var faulty = step.Index == options.FaultyStep;
            lines.Add(new TraceLine(step.Index, step.Actor, words.Did(step), Where(step.Source), faulty, [.. changes]));
            changes.Clear();
        }
        return (lines, left);
    }

    // Keeps the beginning, and of the rest what is around the faulty step, or else the end: that is where the failure is.
    private static List<TraceLine> Cut(List<TraceLine> lines, DrawingOptions options)
    {
        if (lines.Count <= options.MaxLines)
        {
            return lines;
        }
        var head = options.MaxLines / 3;
        var rest = options.MaxLines - head;
        var from = lines.Count - rest;
        var faulty = lines.FindIndex(line => line.IsFaulty);
        if (faulty >= 0 && faulty < from)
        {
            from = Math.Max(head, faulty - rest / 2);
        }
        return
        [
            .. lines[..head],
            .. Skipped(lines[head..from]),
            .. lines[from..(from + rest)],
            .. Skipped(lines[(from + rest)..]),
        ];
    }

    private static TraceLine[] Skipped(List<TraceLine> lines) =>
        lines.Count == 0
            ? []
            :
            [
                Remark($"… {lines.Count} lines left out") with
                {
                    Changes = [.. lines.SelectMany(line => line.Changes)],
                },
            ];

    private static string Waiting(Words words, Wait wait) =>
        wait.Operation.Kind == OperationKind.End ? $"waits for {words.Actors(wait.Holders)}"
        : PipeWords.Know(wait.Operation.Kind)
            ? PipeWords.Waits(wait.Operation, words.Object(wait.Object, wait.Operation))
        : wait.Operation.Kind is OperationKind.Put or OperationKind.Get || (wait.Holders.Count == 0 && IsWait(wait))
            ? words.Waits(wait)
        : $"waits for {words.Object(wait.Object)}";

    // For all items of a queue, which nobody holds.
    private static bool IsWait(Wait wait) => wait.Operation.Kind == OperationKind.Wait;

    private static TraceLine Remark(string what) => new(-1, -1, what, null, false, []);

    private static string? Where(SourceLine? source) => source?.ToString();

    private static Profile ProfileOf(Run run)
    {
        var profile = new Profile();
        profile.Add(run);
        return profile;
    }
}
