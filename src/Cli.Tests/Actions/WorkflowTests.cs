using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Tests.Actions;

public sealed partial class WorkflowTests
{
    private const string Grade = ".github/workflows/grade.yml";

    private static readonly IReadOnlyDictionary<string, object> s_action = Yaml.Read(
        ".github/actions/katas/action.yml"
    );

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(RepositoryFolder.Root, ".github"), "*.yml", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(RepositoryFolder.Root, f).Replace('\\', '/')),
        ];

    private static IReadOnlyDictionary<string, object> Job => Yaml.Read(Grade).Map("jobs", "grade");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_of_somebody_else_is_pinned_to_a_commit_with_its_tag(string file)
    {
        var uses = Uses().Matches(RepositoryFolder.Read(file)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(uses);
        Assert.All(
            uses.Where(u => !u.StartsWith("./", StringComparison.Ordinal)),
            u => Assert.Matches(@"^[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", u)
        );
    }

    [Fact]
    public void One_action_has_one_commit_everywhere()
    {
        var pins = Files
            .SelectMany(f => Uses().Matches(RepositoryFolder.Read(f.Data)))
            .Select(m => m.Groups[1].Value.Split('@'))
            .Where(p => p.Length == 2);
        Assert.All(pins.GroupBy(p => p[0]), g => Assert.Single(g.Select(p => p[1]).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_expression_stands_in_a_script(string file)
    {
        Assert.All(Scripts(Yaml.Read(file)), s => Assert.DoesNotContain("${{", s, StringComparison.Ordinal));
    }

    // Those of the composite action are run by its tests; a script here would have to be run as well.
    [Fact]
    public void The_workflow_has_no_script_of_its_own()
    {
        Assert.Empty(Scripts(Yaml.Read(Grade)));
    }

    [Fact]
    public void The_workflow_may_read_and_nothing_else_and_knows_no_secret()
    {
        Assert.Empty(Yaml.Read(Grade).Map("permissions"));
        Assert.Equal([new("contents", "read")], Job.Map("permissions"));
        Assert.DoesNotMatch(
            @"\bsecrets\b|\bgithub\.token\b|GITHUB_TOKEN|pull_request_target",
            RepositoryFolder.Read(Grade)
        );
    }

    [Fact]
    public void The_workflow_ends_and_gives_way_to_a_newer_push()
    {
        Assert.InRange(int.Parse(Job["timeout-minutes"].ToString()!), 21, 60);
        Assert.Equal("true", Job.Map("concurrency")["cancel-in-progress"]);
        // The grading itself ends before the job is cut off, so that there is time to say so.
        Assert.Equal("20", s_action.At("inputs", "minutes", "default"));
    }

    [Fact]
    public void The_gates_of_the_pipeline_end_before_its_job_is_cut_off()
    {
        var gates = Limits().Matches(RepositoryFolder.Read(".ci/run")).Sum(m => int.Parse(m.Groups[1].Value));
        var job = int.Parse(Yaml.Read(".github/workflows/ci.yml").At("jobs", "linux", "timeout-minutes").ToString()!);
        const int SetUpAndPublish = 10;
        Assert.InRange(gates, 1, job - SetUpAndPublish);
    }

    [Fact]
    public void The_course_lies_beside_the_submission_and_comes_after_it()
    {
        var steps = Yaml.Maps(Job["steps"]);
        var checkouts = steps
            .Where(s => s["uses"].ToString()!.StartsWith("actions/checkout@", StringComparison.Ordinal))
            .Select(s => s.Map("with"))
            .ToList();
        Assert.Equal(["submission", "course"], checkouts.Select(w => w["path"]));
        Assert.All(checkouts, w => Assert.Equal("false", w["persist-credentials"]));
        Assert.Equal("./course/.github/actions/katas", steps[^1]["uses"]);
        Assert.StartsWith("submission/", steps[^1].At("with", "submission").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_and_the_action_agree_on_inputs_and_outputs()
    {
        var with = Yaml.Maps(Job["steps"])[^1].Map("with");
        Assert.Empty(with.Keys.Except(s_action.Map("inputs").Keys));
        var outputs = Job.Map("outputs");
        Assert.Empty(outputs.Keys.Except(s_action.Map("outputs").Keys));
        Assert.All(outputs, o => Assert.Equal($"${{{{ steps.katas.outputs.{o.Key} }}}}", o.Value));
        Assert.Equal(outputs.Keys, Yaml.Read(Grade).Map("on", "workflow_call", "outputs").Keys);
    }

    private static IEnumerable<string> Scripts(object node) =>
        node switch
        {
            IReadOnlyDictionary<string, object> map => map.SelectMany(p =>
                p is { Key: "run", Value: string script } ? [script] : Scripts(p.Value)
            ),
            string => [],
            IEnumerable<object> list => list.SelectMany(Scripts),
            _ => [],
        };

    [GeneratedRegex(@"\blimited (\d+) ")]
    private static partial Regex Limits();

    [GeneratedRegex(@"uses: (.+)")]
    private static partial Regex Uses();
}
