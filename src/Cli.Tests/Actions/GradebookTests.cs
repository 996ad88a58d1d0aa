using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>The lines that <c>docs/teachers.md</c> tells a teacher to type at home, with a stand-in for what grades.</summary>
public sealed partial class GradebookTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kata-gradebook-").FullName;

    [Fact]
    public async Task No_failure_of_ours_becomes_points()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jq"), "There is no jq here.");
        Write(
            "course/kata",
            """
            #!/bin/sh
            # grade ../handed-in/NAME//katas --output results/NAME
            report() { mkdir -p "$4"; echo "{\"katas\":[$5],\"points\":$6,\"maxPoints\":$7}" >"$4/report.json"; }
            passed='{"status":"passed"}' ours='{"status":"could-not-grade"}'
            case $2 in
            *anna*) report "$@" "$passed" 7 10 ;;
            *ben*) report "$@" "$passed,$ours" 3 3; exit 3 ;;
            *cleo*) echo "is a link" >&2; exit 4 ;;
            *dora*) report "$@" "$passed" 0 10; exit 1 ;;
            *emil*) report "$@" "$ours" 0 0; exit 130 ;;
            *) report "$@" "$passed" 99 99 ;;
            esac
            """
        );
        ActionRun.MakeExecutable(Path.Combine(_root, "course/kata"));
        foreach (var name in (string[])["anna", "ben", "cleo", "dora e", "emil", "later"])
        {
            Directory.CreateDirectory(Path.Combine(_root, "handed-in", name, "katas"));
            // Of an earlier evening.
            Write($"course/results/{name}/report.json", "{\"katas\":[],\"points\":50,\"maxPoints\":50}");
        }
        var (output, errors) = await RunAsync(Lines());
        Assert.Equal(
            """
            "results/anna/report.json",7,10
            "results/ben/report.json","could not grade",3
            "results/dora e/report.json",0,10
            "results/emil/report.json","could not grade",0

            """,
            output
        );
        Assert.Equal(
            [
                "ben: could not grade, exit code 3",
                "is a link",
                "cleo: could not grade, exit code 4",
                "emil: could not grade, exit code 130",
            ],
            errors.TrimEnd().Split('\n')
        );
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Lines() =>
        Assert.Single(Blocks().Matches(RepositoryFolder.Read("docs/teachers.md"))).Groups[1].Value;

    private async Task<(string Output, string Errors)> RunAsync(string lines)
    {
        var start = new ProcessStartInfo("sh", ["-c", lines])
        {
            WorkingDirectory = Path.Combine(_root, "course"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var shell = System.Diagnostics.Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, await errors);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
