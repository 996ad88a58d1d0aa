using System.Text;
using System.Text.RegularExpressions;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Cli.Publishing.Markdown;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed partial class MarkdownTests
{
    [Fact]
    public async Task A_summary_has_the_points_the_claims_and_the_drawn_runs()
    {
        await Approved.MatchAsync(new MarkdownFormat().Write(SampleReports.Typical, new PublishingOptions()));
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void No_text_means_anything_outside_its_block(string attack)
    {
        var plain = new MarkdownFormat().Write(SampleReports.Typical, new PublishingOptions());
        var written = new MarkdownFormat().Write(SampleReports.Hostile(attack), new PublishingOptions());
        var prose = Prose(written);
        Assert.DoesNotContain("```", prose, StringComparison.Ordinal);
        Assert.Empty(
            Tags()
                .Matches(prose)
                .Select(m => m.Value)
                .Except(["<br>", "<sub>", "</sub>", "<details>", "</details>", "<summary>", "</summary>"])
        );
        Assert.DoesNotMatch(Links(), prose);
        Assert.DoesNotMatch(@"@\w", prose);
        // As many headings as there are places for them, and rows as wide as their tables.
        Assert.Equal(3, prose.Split('\n').Count(l => l.StartsWith('#')));
        Assert.All(
            prose.Split('\n').Where(l => l.StartsWith('|')),
            l => Assert.Contains(l.Count(c => c == '|'), (int[])[5, 6])
        );
        Assert.Equal(plain.Times("<details>"), plain.Times("</details>"));
        Assert.Equal(prose.Times("<details>"), prose.Times("</details>"));
    }

    [Fact]
    public void A_block_cannot_be_ended_from_within()
    {
        var block = MarkdownText.Block("a\n```\nb\n`````\nc");
        Assert.StartsWith("``````text\n", block, StringComparison.Ordinal);
        Assert.EndsWith("\nc\n``````\n", block, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_stays_within_GitHubs_limit_and_says_what_it_left_out()
    {
        var report = new Report { Katas = [.. Enumerable.Range(1, 30).Select(i => SampleReports.Large(i, 60_000))] };
        var written = new MarkdownFormat().Write(report, new PublishingOptions());
        Assert.InRange(Encoding.UTF8.GetByteCount(written), 500_000, MarkdownFormat.GitHubLimit);
        Assert.Matches(
            @"> \d+ parts of this report did not fit: .* The whole is in `report.html`",
            written.Split('\n')[^1]
        );
        Assert.DoesNotContain("```", Prose(written), StringComparison.Ordinal);
        // The table of all katas is the last thing to go.
        Assert.Contains("| ✗ | Kata30 | 0/2 | failed |", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_did_not_fit_is_not_said_to_be_drawn()
    {
        var kata = SampleReports.Large(1, MarkdownFormat.GitHubLimit);
        var report = new Report
        {
            Katas = [kata with { Claims = [kata.Claims[0], kata.Claims[0] with { Claim = "It ends" }] }],
        };
        var written = new MarkdownFormat().Write(report, new PublishingOptions());
        Assert.Contains("1 part of this report did not fit", written, StringComparison.Ordinal);
        Assert.Contains("In the same run as “It holds”.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("above", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_fits_leaves_nothing_out()
    {
        var written = new MarkdownFormat().Write(SampleReports.Typical, new PublishingOptions());
        Assert.DoesNotContain("did not fit", written, StringComparison.Ordinal);
        var cut = new MarkdownFormat(Encoding.UTF8.GetByteCount(written)).Write(
            SampleReports.Typical,
            new PublishingOptions()
        );
        Assert.Contains("did not fit", cut, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 1, Encoding.UTF8.GetByteCount(written));
    }

    // What is left without the fenced blocks, found as CommonMark finds them.
    private static string Prose(string markdown)
    {
        var prose = new StringBuilder();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line.Length - line.TrimStart('`').Length;
            if (fence is not null)
            {
                fence = ticks >= fence.Length && line.TrimEnd().Length == ticks ? null : fence;
            }
            else if (ticks >= 3)
            {
                fence = line[..ticks];
            }
            else
            {
                prose.Append(line).Append('\n');
            }
        }
        Assert.Null(fence);
        return prose.ToString();
    }

    [GeneratedRegex("</?[A-Za-z!][^>]*>?")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\]\(|!\[|https?:|javascript:|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
