using System.Diagnostics;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.FakeGraders;

/// <summary>
/// Keeps the contract of the Graders without grading. What becomes of a kata stands in the comment <c>// fake: …</c>
/// of its submission; without one, an impostor's first line is believed, and everything else passes.
/// </summary>
internal sealed class FakeGrading(Job job, IReadOnlyList<string> katas, TextWriter output)
{
    public async Task<int> RunAsync()
    {
        foreach (var submission in job.Submissions)
        {
            foreach (var kata in katas.Where(k => submission.Kata is null || submission.Kata == k))
            {
                var folder = Path.Combine(submission.Path, kata);
                folder = Directory.Exists(folder) || submission.Kata is null ? folder : submission.Path;
                if (Directory.Exists(folder))
                {
                    await GradeAsync(submission, kata, Source(folder));
                }
            }
        }
        output.WriteLine("The fake graders have ended.");
        return 0;
    }

    private async Task GradeAsync(JobSubmission submission, string kata, string source)
    {
        var command = Command(source);
        Tell(submission, kata, "compile", 1, 1, "compiling");
        Tell(submission, kata, "proof", 120, null, "proof 120 runs");
        switch (command)
        {
            case "crash":
                Console.Error.WriteLine("Something went badly wrong on line 42.");
                Environment.Exit(77);
                break;
            case "half a report":
                Directory.CreateDirectory(Path.Combine(job.Results!, submission.Label));
                await File.WriteAllTextAsync(ReportPath(job, submission.Label, kata), "{ \"kata\": ");
                return;
            case "hang":
                await HangAsync(submission, kata, listen: true);
                return;
            case "hang deaf":
                await HangAsync(submission, kata, listen: false);
                return;
        }
        ReportJson.Write(
            ReportPath(job, submission.Label, kata),
            FakeReports.Of(kata, submission, command, (submission.Replay ?? job.Replay) is not null)
        );
    }

    // With a child that would outlive it, to see that the whole tree is ended.
    private async Task HangAsync(JobSubmission submission, string kata, bool listen)
    {
        using var child = System.Diagnostics.Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(FakeGrading).Assembly.Location, "linger"])
        )!;
        await File.WriteAllTextAsync(Path.Combine(job.Root, "child.pid"), $"{child.Id}");
        Tell(submission, kata, "real", 0, null, "hanging");
        await File.WriteAllTextAsync(Path.Combine(job.Root, "graders.pid"), $"{Environment.ProcessId}");
        if (listen)
        {
            await Console.In.ReadToEndAsync();
            child.Kill();
            await child.WaitForExitAsync();
            await File.WriteAllTextAsync(Path.Combine(job.Root, "tidied-up"), "");
            Environment.Exit(1);
        }
        await new TaskCompletionSource().Task; // for ever: whoever started this process ends it
    }

    private static string Command(string source)
    {
        foreach (var line in source.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith("// fake: ", StringComparison.Ordinal))
            {
                return line["// fake: ".Length..];
            }
        }
        var first = source.Split('\n')[0].Trim();
        return first.StartsWith("// deadlock", StringComparison.Ordinal) ? "deadlock"
            : first.StartsWith("// fails: ", StringComparison.Ordinal)
                ? $"fails {first["// fails: ".Length..].Split(':')[0]}"
            : "passes";
    }

    private static string Source(string folder) =>
        string.Concat(Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private void Tell(JobSubmission submission, string kata, string phase, int done, int? of, string text)
    {
        var size = phase == "compile" ? null : "3 guests, 2 rooms";
        new ConcurrencyKatas.Grading.Jobs.Progress(job.Results).Report(
            submission.Label,
            kata,
            size,
            phase,
            done,
            of,
            text
        );
    }

    /// <summary>Where the Graders write the report of one kata of one submission.</summary>
    public static string ReportPath(Job job, string label, string kata) =>
        Path.Combine(job.Results!, label, $"{kata}.json");
}
