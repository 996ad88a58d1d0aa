using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>The workflows that <c>docs/teachers.md</c> tells a teacher to copy.</summary>
public sealed partial class TeachersTests
{
    private const string Ours = "your-school/ConcurrencyKatas/";

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Texts.Count)];

    private static IReadOnlyList<string> Texts =>
        [.. Blocks().Matches(RepositoryFolder.Read("docs/teachers.md")).Select(m => m.Groups[1].Value)];

    [Fact]
    public void There_is_an_example_for_each_way_on_GitHub_and_for_the_action()
    {
        Assert.Equal(5, Texts.Count);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_names_what_there_is_and_hands_it_what_it_knows(int example)
    {
        var calls = Calls(Yaml.Parse(Texts[example])).ToList();
        var (uses, with) = Assert.Single(calls);
        var target = uses.Replace(Ours, "", StringComparison.Ordinal).Split('@')[0];
        target = target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target;
        var inputs = target.EndsWith(".yml", StringComparison.Ordinal)
            ? Yaml.Read(target).Map("on", "workflow_call", "inputs")
            : Yaml.Read($"{target}/action.yml").Map("inputs");
        Assert.Empty(with.Keys.Except(inputs.Keys));
        var required = inputs.Where(i =>
            ((IReadOnlyDictionary<string, object>)i.Value).GetValueOrDefault("required") is "true"
        );
        Assert.Empty(required.Select(i => i.Key).Except(with.Keys));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_asks_for_no_more_than_it_needs_and_for_no_secret(int example)
    {
        var text = Texts[example];
        Assert.Equal([new("contents", "read")], Yaml.Parse(text).Map("permissions"));
        Assert.DoesNotContain("secrets", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.All(
            Uses()
                .Matches(text)
                .Select(m => m.Groups[1].Value)
                .Where(u => !u.StartsWith(Ours, StringComparison.Ordinal)),
            u => Assert.Matches(@"^(\./\S+|\S+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?)$", u)
        );
    }

    // Jobs that call our workflow, and steps that use our action.
    private static IEnumerable<(string Uses, IReadOnlyDictionary<string, object> With)> Calls(
        IReadOnlyDictionary<string, object> workflow
    ) =>
        workflow
            .Map("jobs")
            .Values.Cast<IReadOnlyDictionary<string, object>>()
            .SelectMany(job => job.TryGetValue("steps", out var steps) ? Yaml.Maps(steps) : [job])
            .Where(j =>
                j["uses"].ToString()!.StartsWith(Ours, StringComparison.Ordinal) || j["uses"].ToString()![0] == '.'
            )
            .Select(j => (j["uses"].ToString()!, j.Map("with")));

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"uses: (.+)")]
    private static partial Regex Uses();
}
