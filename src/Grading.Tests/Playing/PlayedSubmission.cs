using System.Diagnostics;
using System.Text.Json;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What became of a submission that was played by a script, in the graders' own process.</summary>
/// <param name="Opening">What was played; null when nothing could be.</param>
/// <param name="Positions">Every position.</param>
/// <param name="Report">What the graders said instead of playing; null when they played.</param>
/// <param name="ExitCode">The graders' exit code.</param>
internal sealed record PlayedSubmission(
    PlayOpening? Opening,
    IReadOnlyList<PlayPosition> Positions,
    KataReport? Report,
    int ExitCode
)
{
    /// <summary>Plays. All commands are said at once; the graders take them one by one.</summary>
    /// <param name="kata">The kata.</param>
    /// <param name="path">The submission.</param>
    /// <param name="size">The size that is wanted.</param>
    /// <param name="commands">What the player does; then it quits.</param>
    public static PlayedSubmission Play(string kata, string path, string? size, params IEnumerable<string> commands)
    {
        DirectoryInfo results = Directory.CreateTempSubdirectory("kata-play-");
        try
        {
            var job = new Job
            {
                Root = RepositoryRoot.Find(),
                Submissions =
                [
                    new JobSubmission
                    {
                        Label = "played",
                        Path = path,
                        GradeUntouched = true,
                    },
                ],
                Katas = [kata],
                Results = results.FullName,
                Play = new PlayRequest { Size = size },
            };
            string file = Path.Combine(results.FullName, "job.json");
            job.Save(file);
            int exitCode = Run(file, [.. commands, "quit"]);
            string report = Path.Combine(results.FullName, "played", $"{kata}.json");
            List<PlayMessage> messages = Read(Path.Combine(results.FullName, PlayMessage.FileName));
            return new PlayedSubmission(
                messages.FirstOrDefault()?.Opening,
                [.. messages.Select(message => message.Position).OfType<PlayPosition>()],
                File.Exists(report) ? ReportJson.Read<KataReport>(report) : null,
                exitCode
            );
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static int Run(string job, IEnumerable<string> commands)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", GraderProcess.Graders, "-noLogo", "-explicit", "only", "-class", "*.PlayTests" },
            Environment =
            {
                [Job.Variable] = job,
                [Job.SentinelVariable] = "1",
                ["DOTNET_EnableDiagnostics"] = "0",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using System.Diagnostics.Process graders = System.Diagnostics.Process.Start(start)!;
        foreach (string command in commands)
        {
            graders.StandardInput.WriteLine(command);
        }
        graders.StandardInput.Flush();
        graders.StandardOutput.ReadToEnd();
        graders.WaitForExit();
        return graders.ExitCode;
    }

    private static List<PlayMessage> Read(string file) =>
        File.Exists(file)
            ? [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize(line, GradingJson.Line.PlayMessage)!)]
            : [];
}
