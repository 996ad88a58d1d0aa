using System.Diagnostics;
using ConcurrencyKatas.Cli.Tests.Publishing;

namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>
/// Runs the steps of our composite action as GitHub's runner does: each script in a shell of its own with the runner's
/// options, its files and its variables, conditions and outputs included. Actions that it uses are only written down.
/// </summary>
internal sealed class ActionRun : IDisposable
{
    // As in the runner's own ScriptHandlerHelpers.
    private const string Options = "--noprofile --norc -e -o pipefail";

    private const string ActionFile = ".github/actions/katas/action.yml";

    private readonly string _root = Directory.CreateTempSubdirectory("kata-action-").FullName;
    private readonly Dictionary<string, Dictionary<string, string>> _outputs = [];
    private readonly IReadOnlyDictionary<string, object> _action = Yaml.Read(ActionFile);
    private readonly Expressions _expressions;
    private int _files;

    public ActionRun(string? launcher = null)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The action runs on Linux.");
        _expressions = new Expressions(LookUp);
        Course = new InstalledCourse();
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Temp);
        Directory.CreateDirectory(Course.Course.PathOf(".github/actions/katas"));
        Directory.CreateDirectory(Course.Course.PathOf("src"));
        Course.Course.Write("eng/kata.proj", "");
        Course.Course.Write("artifacts/kata.stamp", "");
        Course.Course.Write("kata", launcher ?? RepositoryFolder.Read("kata"));
        MakeExecutable(Course.Course.PathOf("kata"));
        foreach (var (name, input) in _action.Map("inputs"))
        {
            Inputs[name] = ((IReadOnlyDictionary<string, object>)input).GetValueOrDefault("default", "").ToString()!;
        }
        Inputs["submission"] = "submission/katas";
    }

    /// <summary>The course that the action lies in, with the fake graders.</summary>
    public InstalledCourse Course { get; }

    public Dictionary<string, string> Inputs { get; } = [];

    /// <summary>Put before the PATH; null for nothing.</summary>
    public string? Tools { get; set; }

    public string Workspace => Path.Combine(_root, "workspace");

    /// <summary>Where the runner keeps its files.</summary>
    public string Temp => Path.Combine(_root, "temp");

    public List<StepResult> Steps { get; } = [];

    /// <summary>The job's summary.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>What steps exported for later ones, which ours never do.</summary>
    public string Exported { get; private set; } = "";

    /// <summary>Whether a step failed.</summary>
    public bool Failed => Steps.Any(s => s.Code is not (null or 0));

    /// <summary>The commands that the runner obeyed, of all steps.</summary>
    public IReadOnlyList<RunnerCommand> Commands => [.. Steps.SelectMany(s => RunnerCommand.Obeyed(s.Log))];

    public string Output(string name) => _expressions.Fill(_action.At("outputs", name, "value").ToString()!);

    /// <summary>Says what is to become of a kata of the submission.</summary>
    public void Submit(string kata, string fake, string folder = "submission/katas")
    {
        var path = Path.Combine(Workspace, folder, kata);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "Spa.cs"), $"// fake: {fake}\nclass Spa;\n");
    }

    /// <summary>Runs every step whose condition holds.</summary>
    public async Task RunAsync()
    {
        foreach (var step in Yaml.Maps(_action.At("runs", "steps")))
        {
            if (_expressions.IsTrue(step.GetValueOrDefault("if")?.ToString(), Failed))
            {
                Steps.Add(await RunAsync(step));
            }
        }
    }

    public static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }
    }

    public StepResult Step(string name) => Steps.Single(s => s.Name == name);

    public void Dispose()
    {
        Course.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private async Task<StepResult> RunAsync(IReadOnlyDictionary<string, object> step)
    {
        if (step.GetValueOrDefault("uses")?.ToString() is { } uses)
        {
            var with = step.Map("with").ToDictionary(p => p.Key, p => _expressions.Fill(p.Value.ToString()!));
            return new StepResult(uses.Split('@')[0], null, "", with);
        }
        var name = step["name"].ToString()!;
        Assert.Equal("bash", step["shell"]);
        var script = Path.Combine(Temp, $"{_files++}.sh");
        await File.WriteAllTextAsync(script, step["run"].ToString());
        // The runner reads both streams as one log, in the order of their lines.
        var start = new ProcessStartInfo("bash", ["-c", $"exec bash {Options} \"$0\" 2>&1", script])
        {
            WorkingDirectory = Workspace,
            RedirectStandardOutput = true,
        };
        var files = Prepare(start, step);
        using var process = System.Diagnostics.Process.Start(start)!;
        var log = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Collect(step, files);
        return new StepResult(name, process.ExitCode, log, new Dictionary<string, string>());
    }

    private Dictionary<string, string> Prepare(ProcessStartInfo start, IReadOnlyDictionary<string, object> step)
    {
        Dictionary<string, string> files = [];
        foreach (var name in (string[])["OUTPUT", "ENV", "PATH", "STATE", "STEP_SUMMARY"])
        {
            files[name] = Path.Combine(Temp, $"{name.ToLowerInvariant()}_{_files++}");
            File.WriteAllText(files[name], "");
            start.Environment[$"GITHUB_{name}"] = files[name];
        }
        start.Environment["GITHUB_WORKSPACE"] = Workspace;
        start.Environment["GITHUB_ACTION_PATH"] = Course.Course.PathOf(".github/actions/katas");
        start.Environment["RUNNER_TEMP"] = Temp;
        start.Environment["ACTIONS_RUNTIME_TOKEN"] = "not for strangers";
        start.Environment["INPUT_SUBMISSION"] = Inputs["submission"];
        if (Tools is not null)
        {
            start.Environment["PATH"] = $"{Tools}:{start.Environment["PATH"]}";
        }
        foreach (var (name, value) in step.Map("env"))
        {
            start.Environment[name] = _expressions.Fill(value.ToString()!);
        }
        return files;
    }

    private void Collect(IReadOnlyDictionary<string, object> step, Dictionary<string, string> files)
    {
        Summary += File.ReadAllText(files["STEP_SUMMARY"]);
        Exported += File.ReadAllText(files["ENV"]) + File.ReadAllText(files["PATH"]) + File.ReadAllText(files["STATE"]);
        var outputs = _outputs[step.GetValueOrDefault("id", "").ToString()!] = [];
        foreach (var line in File.ReadAllLines(files["OUTPUT"]))
        {
            var pair = line.Split('=', 2);
            Assert.True(pair.Length == 2, $"'{line}' is no output.");
            outputs[pair[0]] = pair[1];
        }
    }

    private string LookUp(string name)
    {
        var parts = name.Split('.');
        return parts switch
        {
            ["inputs", var input] => Inputs[input],
            ["steps", var id, "outputs", var output] => _outputs.GetValueOrDefault(id)?.GetValueOrDefault(output) ?? "",
            _ => throw new InvalidOperationException($"The test does not understand '{name}'."),
        };
    }
}
