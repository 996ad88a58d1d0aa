using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Decides which lines a drawn trace has: all steps of a short run, and of a long one those that matter.</summary>
internal static class TraceLines
{
    /// <summary>The lines, from first to last.</summary>
    public static IReadOnlyList<TraceLine> Of(Run run, DrawingOptions options)
    {
        var words = new Words(run);
        var lines = Cut(Steps(run, options, words), options);
        lines.AddRange(
            run.Waits.Select(wait => new TraceLine(-1, wait.Actor, Waiting(words, wait), Where(wait.Source), false, []))
        );
        return lines;
    }

    private static List<TraceLine> Steps(Run run, DrawingOptions options, Words words)
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
            if (step.Operation.Kind == OperationKind.End)
            {
                changes.Add((step.Actor, false));
            }
            if (folds && step.Index != options.FaultyStep && profile.IsSettled(step.Operation.Kind, step.Object))
            {
                left++;
                continue;
            }
            if (left > 0)
            {
                lines.Add(Remark($"… {left} {(left == 1 ? "step" : "steps")} that only one actor could notice"));
                left = 0;
            }
            var faulty = step.Index == options.FaultyStep;
            lines.Add(new TraceLine(step.Index, step.Actor, words.Did(step), Where(step.Source), faulty, [.. changes]));
            changes.Clear();
        }
        if (left > 0)
        {
            lines.Add(Remark($"… {left} {(left == 1 ? "step" : "steps")} that only one actor could notice"));
        }
        return lines;
    }

    // The end of a trace is where the failure is, so more of it is kept; and what is around the faulty step.
    private static List<TraceLine> Cut(List<TraceLine> lines, DrawingOptions options)
    {
        var excess = lines.Count - options.MaxLines;
        if (excess <= 0)
        {
            return lines;
        }
        var head = options.MaxLines / 3;
        var faulty = lines.FindIndex(line => line.IsFaulty);
        if (faulty >= 0 && faulty < head + excess)
        {
            // The faulty step lies in the part that would go: keep what leads to it, and drop what comes after instead.
            return faulty < options.MaxLines - 1
                ? Drop(lines, options.MaxLines, lines.Count - options.MaxLines)
                : Drop(lines, head, faulty + 1 - options.MaxLines + 1);
        }
        return Drop(lines, head, excess + 1);
    }

    private static List<TraceLine> Drop(List<TraceLine> lines, int from, int count)
    {
        var changes = lines.GetRange(from, count).SelectMany(line => line.Changes);
        List<TraceLine> kept =
        [
            .. lines.Take(from),
            Remark($"… {count} lines left out") with
            {
                Changes = [.. changes],
            },
            .. lines.Skip(from + count),
        ];
        return kept;
    }

    private static string Waiting(Words words, Wait wait) =>
        wait.Operation.Kind == OperationKind.End
            ? $"waits for {words.Actors(wait.Holders)}"
            : $"waits for {words.Object(wait.Object)}";

    private static TraceLine Remark(string what) => new(-1, -1, what, null, false, []);

    private static string? Where(SourceLine? source) => source?.ToString();

    private static Profile ProfileOf(Run run)
    {
        var profile = new Profile();
        profile.Add(run);
        return profile;
    }
}
