using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rules;

namespace ConcurrencyKatas.Compiler.Tests.Rules;

public sealed class RuleTests
{
    private const string Given = """
        namespace ConcurrencyKatas.SampleKata;

        public static class Room
        {
            public static int Larger(int a, int b) => Math.Max(a, b);
        }
        """;

    public static TheoryData<RuleSample> Samples => [.. RuleSamples.All];

    [Fact]
    public void Every_pattern_of_the_table_has_a_sample()
    {
        var patterns = Compiler.Rules.Rules.All.SelectMany(rule => rule.Patterns).Order(StringComparer.Ordinal);
        Assert.Equal(patterns, RuleSamples.All.Select(s => s.Pattern).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_construct_belongs_to_one_row() =>
        Assert.All(
            Construct.All,
            construct => Assert.Single(Compiler.Rules.Rules.All, rule => rule.Patterns.Contains(construct))
        );

    [Theory]
    [MemberData(nameof(Samples))]
    public void Its_sample_is_caught_with_reason_and_advice_unless_the_kata_allows_it(RuleSample sample)
    {
        var rule = Compiler.Rules.Rules.All.Single(r => r.Patterns.Contains(sample.Pattern));
        using var compiled = Compile(sample.Broken);

        Assert.Equal(CompileStatus.BreaksTheRules, compiled.Answer.Status);
        var complaint = Assert.Single(compiled.Answer.Diagnostics, d => d.Id == rule.Id);
        Assert.Equal("Spa.cs", complaint.File);
        Assert.True(complaint.Line > 0 && complaint.Column > 0);
        Assert.Contains(rule.Reason, complaint.Message, StringComparison.Ordinal);
        Assert.Contains(rule.Instead, complaint.Message, StringComparison.Ordinal);
        Assert.Null(compiled.Answer.Assembly);

        using var allowed = Compile(sample.Broken, sample.Pattern);
        Assert.DoesNotContain(complaint, allowed.Answer.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Its_innocent_neighbour_passes(RuleSample sample)
    {
        using var compiled = Compile(sample.Innocent);
        Assert.Empty(compiled.Answer.Diagnostics);
        Assert.Equal(CompileStatus.Compiled, compiled.Answer.Status);
    }

    [Fact]
    public void A_lock_statement_on_a_lock_of_the_course_is_refused_even_where_lock_statements_are_allowed()
    {
        using var compiled = Compile(
            "var gate = new Lock(); lock (gate) { } lock (new object()) { }",
            "lock",
            "System.Threading.Monitor"
        );
        var complaint = Assert.Single(compiled.Answer.Diagnostics);
        Assert.Equal("KATA04", complaint.Id);
        Assert.StartsWith("A lock statement on a Lock", complaint.Message, StringComparison.Ordinal);
        Assert.Contains("gate.Enter()", complaint.Message, StringComparison.Ordinal);
    }

    private static Compiled Compile(string code, params string[] allows) =>
        Compiled.Source(
            code.Contains("namespace ", StringComparison.Ordinal) ? code : Compiled.WithBody(code),
            Given,
            allows
        );
}
