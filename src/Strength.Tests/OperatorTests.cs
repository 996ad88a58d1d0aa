using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;
using ConcurrencyKatas.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class OperatorTests
{
    public static TheoryData<string> Names => [.. MutationOperators.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operator_makes_these_mutants_of_the_sample(string name)
    {
        var mutants = Of(name);
        Assert.NotEmpty(mutants);
        await Approved.MatchAsync(
            string.Join("\n\n", mutants.Select(m => $"=== {m.Id}\n{Lines(m.Original)}\n--->\n{Lines(m.Replacement)}")),
            name
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_operator_makes_is_syntax(string name) =>
        Assert.All(
            Of(name),
            mutant =>
                Assert.DoesNotContain(
                    CSharpSyntaxTree
                        .ParseText(mutant.Source, cancellationToken: TestContext.Current.CancellationToken)
                        .GetDiagnostics(TestContext.Current.CancellationToken),
                    d => d.Severity == DiagnosticSeverity.Error
                )
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_replacement_stands_where_the_original_stood(string name) =>
        Assert.All(
            Of(name),
            mutant =>
            {
                int start = Sample.Text.Length - Sample.Text[Offset(mutant)..].Length;
                Assert.Equal(mutant.Original, Sample.Text.Substring(start, mutant.Original.Length));
                Assert.Equal(
                    Sample.Text[..start] + mutant.Replacement + Sample.Text[(start + mutant.Original.Length)..],
                    mutant.Source
                );
            }
        );

    [Fact]
    public void No_two_mutants_are_one_program_or_have_one_name()
    {
        var mutants = MutantFactory.Of(Sample.File, Sample.Text, MutationOperators.All);
        Assert.Equal(mutants.Count, mutants.Select(m => m.Source).Distinct().Count());
        Assert.Equal(mutants.Count, mutants.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public void A_change_in_another_method_renames_nobody()
    {
        string longer = Sample.Text.Replace(
            "Given.Greet(clerk);",
            "using (desk.Enter()) { Given.Greet(clerk); }",
            StringComparison.Ordinal
        );
        string[] before = NamesIn(Sample.Text, "/Open/");
        Assert.Equal(before, NamesIn(longer, "/Open/"));
        Assert.NotEqual(NamesIn(Sample.Text, "/Serve/"), NamesIn(longer, "/Serve/"));
    }

    private static string[] NamesIn(string text, string member) =>
        [
            .. MutantFactory
                .Of(Sample.File, text, MutationOperators.All)
                .Select(m => m.Id)
                .Where(id => id.Contains(member, StringComparison.Ordinal)),
        ];

    private static int Offset(Mutant mutant) =>
        Microsoft.CodeAnalysis.Text.SourceText.From(Sample.Text).Lines.GetPosition(mutant.Location.Start);

    private static IReadOnlyList<Mutant> Of(string name) =>
        MutantFactory.Of(Sample.File, Sample.Text, [.. MutationOperators.All.Where(o => o.Name == name)]);

    // Of a long text what the eye needs.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
