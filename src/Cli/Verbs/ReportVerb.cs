using System.CommandLine;
using System.Text.Json;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata report REPORT</c>: shows a finished grading in another format. Nothing is graded.</summary>
internal sealed class ReportVerb : IVerb
{
    private readonly Argument<string> _report = new("REPORT")
    {
        Description = "A report.json that 'grade --output' wrote, or the folder that holds it.",
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = $"Print the report in this format: {string.Join(", ", Formats.All.Select(f => f.Name))}.",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Write the report into this folder, in every format that has a file.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _submission = new("--submission")
    {
        Description = "What replay lines shall name as the submission; katas/ when left out.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _filesIn = new("--files-in")
    {
        Description = "Where the submission lies in its repository, for annotations; its root when left out.",
        HelpName = "DIR",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "report",
            "Shows a finished grading in another format.",
            "./kata report results/report.json --format junit",
            "./kata report results --output results"
        )
        {
            _report,
            _format,
            _output,
            _submission,
            _filesIn,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed, surroundings())));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        var format = parsed.GetValue(_format) is { } name ? Formats.Find(name) : null;
        var output = parsed.GetValue(_output);
        if (format is null && output is null)
        {
            throw new UserError(
                "Name a --format to print, or a folder to write to with --output. See ./kata report --help."
            );
        }
        var typed = parsed.GetRequiredValue(_report);
        var report = Read(surroundings.FullPath(typed), typed);
        var options = new PublishingOptions
        {
            Submission = parsed.GetValue(_submission),
            FilesIn = parsed.GetValue(_filesIn),
        };
        if (format is not null && format.Write(report, options) is { Length: > 0 } text)
        {
            // As it is: nothing may fold its lines.
            parsed.InvocationConfiguration.Output.Write(text + "\n");
        }
        if (output is not null)
        {
            ReportFiles.Write(surroundings.FullPath(output), report, options);
        }
        return ExitCodes.Passed;
    }

    private static Report Read(string path, string typed)
    {
        path = Directory.Exists(path) ? Path.Combine(path, ReportFiles.Neutral) : path;
        if (!File.Exists(path))
        {
            throw new UserError(
                $"REPORT '{typed}' does not exist. Name a report.json that './kata grade SUBMISSION --output DIR' wrote."
            );
        }
        try
        {
            var report = ReportJson.Read<Report>(path);
            return report.Format == new Report { Katas = [] }.Format
                ? report
                : throw new UserError(
                    $"REPORT '{typed}' has the format '{report.Format}', which this version does not read. Grade again."
                );
        }
        catch (JsonException e)
        {
            throw new UserError($"REPORT {e.Message}");
        }
    }
}
