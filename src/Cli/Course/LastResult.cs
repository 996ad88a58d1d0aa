using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>How the last test of a kata went.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Points">Points given.</param>
/// <param name="MaxPoints">Points to be had.</param>
/// <param name="Content">Hash of the student's files as they were.</param>
internal sealed record LastResult(KataStatus Status, int Points, int MaxPoints, string Content);
