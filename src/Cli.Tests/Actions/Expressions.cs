using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>
/// As much of GitHub's expressions as our action uses: names, texts, <c>==</c>, <c>!=</c>, <c>!cancelled()</c>, and one
/// kind of <c>&amp;&amp;</c>. Anything else is refused rather than guessed.
/// </summary>
internal sealed partial class Expressions(Func<string, string> lookUp)
{
    /// <summary>A value with its <c>${{ … }}</c> replaced.</summary>
    public string Fill(string text) => Placeholder().Replace(text, m => Value(m.Groups[1].Value.Trim()));

    /// <summary>Whether a step with this condition runs. Without a status function, an earlier failure keeps it from running.</summary>
    public bool IsTrue(string? condition, bool failedBefore)
    {
        if (condition is null)
        {
            return !failedBefore;
        }
        var whole = Placeholder().Match(condition);
        var parts = (whole.Success ? whole.Groups[1].Value : condition).Split("&&", StringSplitOptions.TrimEntries);
        return (parts.Contains("!cancelled()") || !failedBefore) && parts.Where(p => p != "!cancelled()").All(Compare);
    }

    private bool Compare(string comparison)
    {
        var match = Comparison().Match(comparison);
        Assert.True(match.Success, $"The test does not understand the condition '{comparison}'.");
        var same = Value(match.Groups[1].Value) == Value(match.Groups[3].Value);
        return match.Groups[2].Value == "==" ? same : !same;
    }

    private string Value(string term) => term.StartsWith('\'') ? term.Trim('\'') : lookUp(term);

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(\S+)\s*(==|!=)\s*(\S+)$")]
    private static partial Regex Comparison();
}
