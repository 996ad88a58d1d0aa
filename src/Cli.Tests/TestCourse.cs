using System.CommandLine;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Watching;
using ConcurrencyKatas.FakeGraders;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A course of two katas in a folder of its own, graded by the fake graders.</summary>
internal sealed class TestCourse : IDisposable
{
    public const string Rooms = "SemaphoreRooms";
    public const string Locks = "DeadlockRLock";

    public TestCourse()
    {
        Root = Directory.CreateTempSubdirectory("kata-cli-").FullName;
        AddKata(Rooms, "Four rooms, many guests", 2, "[]");
        AddKata(Locks, "The smithy that stands still", 3, $"[\"{Rooms}\"]");
        Write("katas/GlobalUsings.cs", "global using System;");
    }

    public string Root { get; }

    /// <summary>Where the fake graders lie: beside the tests.</summary>
    private static string FakeProgram => Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Graders.dll");

    public StartCommand Graders { get; set; } = StartCommand.Dotnet(FakeProgram);

    public TestKeyboard Keyboard { get; } = new();

    /// <summary>How a watch notices saves: eagerly, so that tests are fast.</summary>
    public SavesOptions Saves { get; set; } =
        new() { Quiet = TimeSpan.FromMilliseconds(5), Round = TimeSpan.FromMilliseconds(200) };

    /// <summary>The compiler that a watch keeps warm; by default there is none.</summary>
    public IEarlyCompiler EarlyCompiler { get; set; } = new NoEarlyCompiler();

    /// <summary>How wide the window is.</summary>
    public int Width { get; set; } = 160;

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Says what is to become of a kata in <c>katas/</c>. It is there at once, so that a watch sees one save and not two.</summary>
    public void Student(string kata, string fake)
    {
        var file = PathOf($"katas/{kata}/Spa.cs");
        var draft = PathOf("draft.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(draft, $"// fake: {fake}\nclass Spa;\n");
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Says what is to become of a kata in <c>solutions/</c>.</summary>
    public void Solution(string kata, string fake) =>
        Write($"solutions/{kata}/Spa.cs", $"// fake: {fake}\nclass Spa;\n");

    public void Impostor(string name, string firstLine, string kata = Rooms) =>
        Write($"graders/{kata}/impostors/{name}/Spa.cs", $"{firstLine}\nclass Spa;\n");

    /// <summary>Runs a command line, to its exit code and what it wrote. The temporary folder is called ROOT in there.</summary>
    public async Task<Spoken> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        return await RunAsync(new StringWriter { NewLine = "\n" }, cancellation, arguments);
    }

    /// <summary>The same, with a writer that a test may look at meanwhile.</summary>
    public async Task<Spoken> RunAsync(StringWriter output, CancellationToken cancellation, params string[] arguments)
    {
        var errors = new StringWriter { NewLine = "\n" };
        var surroundings = Surroundings(output, errors);
        var invocation = new InvocationConfiguration { Output = output, Error = errors };
        var code = await CommandLine.RunAsync(arguments, () => surroundings, cancellation, invocation);
        return new Spoken(code, Anonymous(output), Anonymous(errors));
    }

    public Task<Spoken> RunAsync(params string[] arguments) =>
        RunAsync(TestContext.Current.CancellationToken, arguments);

    /// <summary>Checks a kata with the fake graders in this process, which is faster. Returns also what is shown.</summary>
    public async Task<(CheckOutcome Outcome, string Shown)> CheckAsync(string kata)
    {
        var output = new StringWriter { NewLine = "\n" };
        var surroundings = Surroundings(output, TextWriter.Null);
        var folders = KataFolders.All(surroundings.Repository).Single(f => f.Name == kata);
        var checker = new Checker(surroundings, (request, _) => GradeHereAsync(request));
        var outcome = await checker.CheckAsync([folders], fresh: false, TestContext.Current.CancellationToken);
        CheckView.Write(surroundings.Out, outcome, plain: true);
        return (outcome, Anonymous(output));
    }

    /// <summary>Surroundings in which nothing is shown.</summary>
    public Surroundings Quiet() => Surroundings(TextWriter.Null, TextWriter.Null);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Grades with the fake graders in this process.</summary>
    public async Task<GradingResult> GradeHereAsync(GradersRequest request)
    {
        var job = new Job
        {
            Root = Root,
            Submissions = request.Submissions,
            ProofBudget = request.ProofBudget,
            Results = Directory.CreateDirectory(PathOf($"artifacts/jobs/{Path.GetRandomFileName()}")).FullName,
        };
        await new FakeGrading(job, [.. request.Katas.Select(k => k.Name)], TextWriter.Null).RunAsync();
        var finished =
            from expected in request.Expected
            let path = FakeGrading.ReportPath(job, expected.Submission.Label, expected.Kata.Name)
            where File.Exists(path)
            select new FinishedKata(expected.Submission.Label, ReportJson.Read<KataReport>(path));
        return new GradingResult([.. finished], Interrupted: false);
    }

    private Surroundings Surroundings(TextWriter output, TextWriter errors) =>
        new()
        {
            Out = Consoles.Plain(output, Width),
            Error = Consoles.Plain(errors),
            IsTerminal = false,
            WorkingDirectory = Root,
            Repository = new Repository(Root),
            Graders = Graders,
            Pristine = () => new WritesPristine(),
            Keyboard = Keyboard,
            EarlyCompiler = () => EarlyCompiler,
            Saves = Saves,
        };

    private string Anonymous(StringWriter writer) =>
        writer.ToString().Replace(Root, "ROOT", StringComparison.Ordinal).Replace('\\', '/');

    private void AddKata(string name, string title, int difficulty, string after)
    {
        Write(
            $"katas/{name}/kata.json",
            $$"""
            {
              "title": "{{title}}",
              "track": "processes",
              "difficulty": {{difficulty}},
              "teaches": ["one thing", "another"],
              "python": "`multiprocessing`",
              "library": "`Process`",
              "production": "a service",
              "outOfScope": [],
              "after": {{after}},
              "edit": ["Spa.cs"],
              "entry": "Spa.Open",
              "signature": "public static void Open(int guests, int rooms, bool loud)",
              "run": [8, 4, false],
              "allows": []
            }
            """
        );
        string[] sections = ["Story", "Task", "Rules", "What the tests check", "Invariant"];
        Write($"katas/{name}/README.md", string.Concat(sections.Select(s => $"## {s}\n\nText.\n\n")));
        Write($"katas/{name}/HINTS.md", "# Hints\n\n## 1\n\nA.\n\n## 2\n\nB.\n\n## 3\n\nC.\n");
        Write($"katas/{name}/Given/Stay.cs", "class Stay;");
        Student(name, "stub");
        Solution(name, "passes");
        Write($"solutions/{name}/NOTES.md", "# Notes\n\n## Why it is right\n\nBecause.\n");
        Write($"graders/{name}/{name}Tests.cs", "class Tests;");
        Write($"graders/{name}/pristine.json", "{}");
        Impostor("off-by-one", "// fails: Never_more_guests_than_rooms: one too many", name);
        Impostor("two-locks", "// deadlock: in the other order", name);
        Write($"graders/{name}/alternatives/other-way/Spa.cs", "class Spa;\n");
    }

    private sealed class WritesPristine : IPristine
    {
        public string Accept(KataFolders folders, Kata kata)
        {
            var file = Path.Combine(folders.Grader, "pristine.json");
            File.WriteAllText(file, "{ \"accepted\": true }");
            return file;
        }

        public bool IsStub(Kata kata, IReadOnlyDictionary<string, string> texts) =>
            texts.Values.Any(t => t.Contains("// fake: stub", StringComparison.Ordinal));

        public void Dispose() { }
    }

    private sealed class NoEarlyCompiler : IEarlyCompiler
    {
        public void WarmUp() { }

        public Task CompileAsync(string kata) => Task.CompletedTask;

        public void Dispose() { }
    }
}
