using System.Globalization;
using System.Text;
using System.Text.Json;
using ConcurrencyKatas.Cli.Publishing.Classroom;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>
/// Lines for <c>GITHUB_OUTPUT</c>. Only numbers, words of ours and base64 are in there, so that nothing of a stranger's
/// can begin a line of its own.
/// </summary>
internal sealed class OutputsFormat : IReportFormat
{
    public string Name => "outputs";

    public string? FileName => null;

    public string Write(Report report, PublishingOptions options)
    {
        var result = new ClassroomFormat().Write(report, options);
        return string.Join(
            '\n',
            $"status={JsonSerializer.Serialize(Totals.Worst(report)).Trim('"')}",
            $"points={report.Points.ToString(CultureInfo.InvariantCulture)}",
            $"max-points={report.MaxPoints.ToString(CultureInfo.InvariantCulture)}",
            $"result={Convert.ToBase64String(Encoding.UTF8.GetBytes(result))}"
        );
    }
}
