using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>
/// Turns the neutral report into what one reader wants. It reads the report and nothing else, and it trusts no text in
/// there: names, messages and output are a stranger's.
/// </summary>
internal interface IReportFormat
{
    /// <summary>What <c>./kata report --format</c> calls it: lower case, one word or two with a hyphen.</summary>
    string Name { get; }

    /// <summary>Which file <c>--output</c> writes; null for a format that is only ever printed.</summary>
    string? FileName { get; }

    /// <summary>The whole text. It does not end with an empty line.</summary>
    string Write(Report report, PublishingOptions options);
}
