using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>The signs, words and colours of how far a student is with a kata.</summary>
internal static class CourseWords
{
    /// <summary>Says which sign is which.</summary>
    public const string Legend = "✓ passed   ● started   ○ not started   ▶ next";

    /// <summary>One character, readable without colours.</summary>
    public static string Sign(KataState state) =>
        state switch
        {
            KataState.Passed => "✓",
            KataState.NotStarted => "○",
            _ => "●",
        };

    public static string Colour(KataState state) =>
        state switch
        {
            KataState.Passed => "green",
            KataState.NotStarted => "grey",
            _ => "yellow",
        };

    /// <summary>A few words. That the solution was shown counts for more than how far the student was.</summary>
    public static string Of(KataState state, KataProgress progress)
    {
        var word = (state, progress.Status) switch
        {
            (KataState.Passed, _) => "passed",
            (KataState.Edited, _) => "edited since test",
            (KataState.NotStarted, _) => "not started",
            (_, KataStatus.DoesNotCompile) => "does not compile",
            (_, KataStatus.BreaksTheRules) => "breaks the rules",
            _ => "started",
        };
        return (progress.GaveUp, state) switch
        {
            (true, KataState.Passed) => $"{word}, saw solution",
            (true, _) => "saw solution",
            _ => word,
        };
    }

    /// <summary><c>4/10</c>; a dash when nothing is known.</summary>
    public static string Points(KataState state, KataProgress progress) =>
        state == KataState.NotStarted || progress.MaxPoints == 0 ? "–" : $"{progress.Points}/{progress.MaxPoints}";

    /// <summary>The most stars there are.</summary>
    public const int MostStars = 5;

    /// <summary><c>★★★</c>.</summary>
    public static string Stars(Kata kata) => new('★', Math.Clamp(kata.Difficulty, 0, MostStars));
}
