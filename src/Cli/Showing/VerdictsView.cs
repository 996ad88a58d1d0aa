namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Which verdicts changed.</summary>
internal static class VerdictsView
{
    public static void Write(
        Surroundings surroundings,
        int gradings,
        int programs,
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
        surroundings.Out.WriteDrawing(
            $"{Words.Count(gradings, "grading")} of {Words.Count(programs, "program")}, half with every processor busy, half on one: "
                + (changed.Count == 0 ? "no verdict changed." : $"{Words.Count(changed.Count, "program")} changed.")
        );
    }
}
