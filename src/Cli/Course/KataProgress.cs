using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>What is remembered of a student and one kata.</summary>
internal sealed record KataProgress
{
    /// <summary>How the last test went; null before the first.</summary>
    public KataStatus? Status { get; init; }

    /// <summary>Points given by the last test.</summary>
    public int Points { get; init; }

    /// <summary>Points to be had.</summary>
    public int MaxPoints { get; init; }

    /// <summary>Hash of the student's files as they were at the last test.</summary>
    public string? Content { get; init; }

    /// <summary>The higher, the later it was tested: says which kata the student is at.</summary>
    public int Turn { get; init; }

    /// <summary>How many levels of hints were shown.</summary>
    public int Hints { get; init; }

    /// <summary>Whether the solution was shown before the kata was passed.</summary>
    public bool GaveUp { get; init; }
}
