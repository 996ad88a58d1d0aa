namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One line of the student's source.</summary>
/// <param name="File">Relative to the kata's folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">The line without its end, cut to 200 characters.</param>
public sealed record CodeLine(string File, int Line, string Text);
