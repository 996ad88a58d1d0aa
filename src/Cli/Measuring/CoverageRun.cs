using System.Text.RegularExpressions;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Strength.Coverage;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Measures what is run of the solutions when they are graded, and of our rooms when they are tested.</summary>
internal sealed partial class CoverageRun(Surroundings surroundings)
{
    private const string Solutions = "solutions";
    private const string Source = "src";

    private const int SomeFailed = 1;

    // What a test project looks at; see its SlowFact.
    private const string AllTests = "KATA_TESTS";

    // Tests whose work is done by graders that they start: nothing is counted there. See GraderProcess.
    private const string Counting = "Graders!=started";

    // Back ends of systems that this one cannot run.
    private const string OtherSystems = "**/Windows/**/*.cs,**/MacOS/**/*.cs";

    private readonly Repository _repository = surroundings.Repository;
    private readonly StrengthFolder _folder = StrengthFolder.Of(surroundings.Repository);

    /// <summary>The test projects whose runs count for our rooms.</summary>
    public static IReadOnlyList<string> Tests { get; } =
    ["Multiprocessing.Tests", "Scheduling.Tests", "Grading.Tests", "Compiler.Tests"];

    /// <summary>Measures, writes the reports and the summary.</summary>
    /// <param name="solutions">Whether the solutions are measured.</param>
    /// <param name="source">Whether our rooms are.</param>
    /// <param name="cancellation">Ends the tools.</param>
    public async Task<CoverageSummary> RunAsync(bool solutions, bool source, CancellationToken cancellation)
    {
        TrustedBuild.Prepare(_repository);
        string[] names =
        [
            "tools",
            .. solutions ? ["coverage of solutions: grading"] : Array.Empty<string>(),
            .. source
                ?
                [
                    .. Tests.Select(t => $"coverage of src: {t}"),
                    "coverage of src: grading what is right",
                    "coverage of src: grading what is wrong",
                    "coverage of src: grading what is enclosed",
                ]
                : Array.Empty<string>(),
            "coverage: reports",
        ];
        var steps = new Steps(surroundings, _folder, names);
        await steps.NextAsync(() => Tool([]).RequireAsync("tools", cancellation, "tool", "restore"));
        if (solutions)
        {
            var settings = Settings(Solutions, "[ConcurrencyKatas.Solutions]*", "**/katas/**/*.cs");
            await steps.NextAsync(() => GradeAsync(settings, Solutions, cancellation));
        }
        if (source)
        {
            var rooms = string.Join(',', CoverageGoal.Rooms.Select(r => $"[ConcurrencyKatas.{r}]*"));
            var settings = Settings(Source, rooms, OtherSystems);
            foreach (var project in Tests)
            {
                await steps.NextAsync(() => TestAsync(settings, project, cancellation));
            }
            await steps.NextAsync(() => GradeAsync(settings, Source, cancellation));
            await steps.NextAsync(() =>
                GradeWrongAsync("wrong", WrongSubmissions.Of(_repository), settings, TestEnvironment(), cancellation)
            );
            // What is enclosed writes nothing down; who encloses it does.
            await steps.NextAsync(() =>
                GradeWrongAsync(
                    "enclosed",
                    WrongSubmissions.OfOneKata(_repository),
                    settings,
                    TrustedBuild.BuildEnvironment(),
                    cancellation
                )
            );
        }
        return await steps.NextAsync(() => ReportAsync(solutions, source, cancellation));
    }

    private async Task GradeAsync(string settings, string what, CancellationToken cancellation)
    {
        var environment = TrustedBuild.Environment();
        environment[LastCounts.Variable] = "1";
        var results = Path.Combine(Raw(what), "grading");
        await Tool(environment)
            .RequireAsync(
                $"coverage-{what}-grading",
                cancellation,
                Arguments("graders/Graders.csproj", settings, results)
            );
        RequireCounts(results);
    }

    // They fail, and are meant to: './kata check' looks whether each fails as it must.
    private async Task GradeWrongAsync(
        string name,
        Job job,
        string settings,
        Dictionary<string, string?> environment,
        CancellationToken cancellation
    )
    {
        var results = Path.Combine(Raw(Source), name);
        job = job with { Results = Directory.CreateDirectory(Path.Combine(Raw(Source), $"{name}-reports")).FullName };
        var file = Path.Combine(Raw(Source), $"{name}.json");
        job.Save(file);
        environment[Job.Variable] = file;
        var log = $"coverage-src-{name}";
        var arguments = Arguments("graders/Graders.csproj", settings, results);
        var tool = Tool(environment);
        if (await tool.RunAsync(log, cancellation, arguments) is not SomeFailed and var code)
        {
            throw tool.Failed(log, arguments, $"ended with exit code {code}, and not with {SomeFailed}, as it must");
        }
        if (job.Submissions.FirstOrDefault(s => !HasReport(job.Results, s)) is { } missing)
        {
            throw tool.Failed(log, arguments, $"ended before {missing.Label} was graded");
        }
        RequireCounts(results);
    }

    private static bool HasReport(string results, JobSubmission submission) =>
        Directory.Exists(Path.Combine(results, submission.Label))
        && Directory.EnumerateFiles(Path.Combine(results, submission.Label), "*.json").Any();

    private static Dictionary<string, string?> TestEnvironment() =>
        new(TrustedBuild.BuildEnvironment())
        {
            [LastCounts.Variable] = "1",
            // The slow ones too.
            [AllTests] = "all",
            // A process inside a place of its own could not write down what was counted.
            [Bubblewrap.Switch] = "off",
        };

    private async Task TestAsync(string settings, string project, CancellationToken cancellation)
    {
        var results = Path.Combine(Raw(Source), project);
        await Tool(TestEnvironment())
            .RequireAsync(
                $"coverage-{project}",
                cancellation,
                [.. Arguments($"src/{project}/{project}.csproj", settings, results), "--filter", Counting]
            );
        RequireCounts(results);
    }

    // Assemblies with machine code beside IL, or built anew while they are measured, count nothing, and nobody says so.
    private void RequireCounts(string results)
    {
        IEnumerable<string> reports = Directory.Exists(results)
            ? Directory.EnumerateFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories)
            : [];
        if (!reports.Any(report => HasCounts().IsMatch(File.ReadAllText(report))))
        {
            throw new UserError(
                $"Nothing was counted in {_repository.Relative(results)}: was anything built meanwhile? Run it again.",
                ExitCodes.CouldNotGrade
            );
        }
    }

    private static string[] Arguments(string project, string settings, string results) =>
        ["test", project, "--collect", "XPlat Code Coverage", "--settings", settings, "--results-directory", results];

    private async Task<CoverageSummary> ReportAsync(bool solutions, bool source, CancellationToken cancellation)
    {
        var before = File.Exists(_folder.CoverageSummary)
            ? ReportJson.Read<CoverageSummary>(_folder.CoverageSummary)
            : new CoverageSummary();
        var summary = new CoverageSummary
        {
            Solutions = solutions ? await MergeAsync(Solutions, cancellation) : before.Solutions,
            Source = source ? await MergeAsync(Source, cancellation) : before.Source,
        };
        ReportJson.Write(_folder.CoverageSummary, summary);
        return summary;
    }

    private async Task<IReadOnlyList<CoveredFile>> MergeAsync(string what, CancellationToken cancellation)
    {
        var target = Path.Combine(_folder.Coverage, what);
        await Tool([])
            .RequireAsync(
                $"coverage-{what}-report",
                cancellation,
                "reportgenerator",
                $"-reports:{Raw(what)}/**/coverage.cobertura.xml",
                $"-targetdir:{target}",
                "-reporttypes:Html;Cobertura;MarkdownSummaryGithub;TextSummary",
                $"-title:ConcurrencyKatas, {what}"
            );
        var files = Cobertura.Read(
            await File.ReadAllTextAsync(Path.Combine(target, "Cobertura.xml"), cancellation),
            $"{what}/"
        );
        return files.Count > 0
            ? files
            : throw new UserError(
                $"Nothing was measured of {what}: no file of it is in {target}. The logs are in {_folder.Logs}.",
                ExitCodes.CouldNotGrade
            );
    }

    private string Raw(string what) => Path.Combine(_folder.Coverage, "raw", what);

    private DotnetTool Tool(Dictionary<string, string?> environment) =>
        new(_folder.Logs) { Folder = _repository.Root, Environment = environment };

    private string Settings(string what, string include, string excludedFiles)
    {
        // Results of an earlier run would be added up.
        if (Directory.Exists(Raw(what)))
        {
            Directory.Delete(Raw(what), recursive: true);
        }
        var path = Path.Combine(Directory.CreateDirectory(Raw(what)).FullName, "coverage.runsettings");
        File.WriteAllText(
            path,
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <RunSettings><DataCollectionRunSettings><DataCollectors>
              <DataCollector friendlyName="XPlat Code Coverage">
                <Configuration>
                  <Format>cobertura</Format>
                  <Include>{include}</Include>
                  <ExcludeByFile>{excludedFiles}</ExcludeByFile>
                </Configuration>
              </DataCollector>
            </DataCollectors></DataCollectionRunSettings></RunSettings>
            """
        );
        return path;
    }

    [GeneratedRegex("<coverage [^>]*lines-covered=\"[1-9]")]
    private static partial Regex HasCounts();
}
