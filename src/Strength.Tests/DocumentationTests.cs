using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class DocumentationTests
{
    private static string Document => File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "strength.md"));

    [Fact]
    public void Every_operator_is_documented() =>
        Assert.All(MutationOperators.All, o => Assert.Contains($"`{o.Name}`", Document, StringComparison.Ordinal));

    [Fact]
    public void The_form_in_which_equivalents_are_recorded_is_the_one_that_is_read()
    {
        string[] lines = [.. Document.Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal))];
        var read = Equivalents.Read(string.Join('\n', lines.Select(l => l.Trim())));
        Assert.Empty(read.Unread);
        Assert.NotEmpty(read.Reasons);
    }
}
