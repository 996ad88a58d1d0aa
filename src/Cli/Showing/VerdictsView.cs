using ConcurrencyKatas.Cli.Benching;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Which verdicts changed.</summary>
internal static class VerdictsView
{
    public static void Write(
        Surroundings surroundings,
        int gradings,
        VerdictsRun run,
        IReadOnlyDictionary<string, IReadOnlySet<string>> changed
    )
    {
        foreach (var (program, verdicts) in changed)
        {
            surroundings.Out.WriteDrawing($"✗ {program} has {Words.Count(verdicts.Count, "verdict")}:");
            foreach (var verdict in verdicts)
            {
                surroundings.Out.WriteDrawing(verdict, 4);
            }
        }
        if (run.Lucky.Count > 0)
        {
            surroundings.Out.WriteDrawing(
                $"In {Words.Count(run.Lucky.Count, "wrong program")} the mistake showed in some runs for real and not in others, as the "
                    + "system ran the processes; schedules show it each time, by the same run:"
            );
            foreach (var program in run.Lucky)
            {
                surroundings.Out.WriteDrawing(program, 4);
            }
        }
        surroundings.Out.WriteDrawing(
            $"{Words.Count(gradings, "grading")} of {Words.Count(run.Graded, "program")}, half with every processor busy, half on one: "
                + (changed.Count == 0 ? "no verdict changed." : $"{Words.Count(changed.Count, "program")} changed.")
        );
    }
}
