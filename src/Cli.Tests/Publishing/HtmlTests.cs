using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Cli.Publishing.Html;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed partial class HtmlTests
{
    private static readonly PublishingOptions s_options = new() { Submission = "handed in/group-7" };

    [Fact]
    public async Task The_page_has_the_claims_the_lanes_the_waits_and_the_replay_line()
    {
        var body = XElement.Parse(HtmlFormat.Body(SampleReports.Typical, s_options));
        await Approved.MatchAsync(body.ToString());
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void No_text_becomes_an_element_or_an_attribute(string attack)
    {
        var body = XElement.Parse(HtmlFormat.Body(SampleReports.Hostile(attack), s_options));
        string[] never = ["script", "style", "img", "iframe", "object", "form", "link", "meta", "base"];
        Assert.DoesNotContain(body.DescendantsAndSelf(), e => never.Contains(e.Name.LocalName));
        var attributes = body.DescendantsAndSelf().Attributes().ToList();
        Assert.DoesNotContain(
            attributes,
            a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name == "style"
        );
        Assert.All(
            attributes.Where(a => a.Name.LocalName is "href" or "src"),
            a => Assert.StartsWith("#kata-", a.Value, StringComparison.Ordinal)
        );
        var page = new HtmlFormat().Write(SampleReports.Hostile(attack), s_options);
        Assert.Equal(1, page.Times("<script"));
        Assert.Equal(1, page.Times("</script"));
        Assert.Equal(1, page.Times("</style"));
        Assert.Equal(1, page.Times("<title>"));
    }

    [Fact]
    public void The_policy_allows_the_pages_own_style_and_script_and_nothing_else()
    {
        var page = new HtmlFormat().Write(SampleReports.Typical, s_options);
        var policy = Policy().Match(page).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; style-src '{Hash(page, "style")}'; script-src '{Hash(page, "script")}'; "
                + "base-uri 'none'; form-action 'none'",
            policy
        );
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = new HtmlFormat().Write(SampleReports.Typical, s_options);
        Assert.DoesNotMatch(@"https?:|url\((?!#)|@import|@font-face|<link|\ssrc=", page);
    }

    // HTML reads <td /> as an element that is not yet ended.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_element_is_left_open(bool ofNothing)
    {
        string[] empty = ["input", "path", "rect"];
        var report = ofNothing ? new Report { Katas = [] } : SampleReports.Typical;
        var body = HtmlFormat.Body(report, s_options);
        Assert.NotEmpty(Selfclosed().Matches(body));
        Assert.All(Selfclosed().Matches(body), m => Assert.Contains(m.Groups[1].Value, empty));
    }

    [Fact]
    public void Every_id_is_unique_and_every_reference_has_its_target()
    {
        var body = XElement.Parse(HtmlFormat.Body(SampleReports.Typical, s_options));
        var ids = body.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var references = body.Descendants()
            .Attributes()
            .Where(a => a.Name.LocalName is "for" or "aria-labelledby")
            .Select(a => a.Value)
            .Concat(body.Descendants().Attributes("href").Select(a => a.Value[1..]))
            .Concat(body.Descendants().Attributes("marker-end").Select(a => a.Value[5..^1]));
        Assert.Empty(references.Except(ids));
    }

    [Fact]
    public void The_step_at_fault_and_every_switch_are_marked()
    {
        var rows = XElement
            .Parse(HtmlFormat.Body(SampleReports.Typical, s_options))
            .Descendants("tr")
            .Select(r => (string?)r.Attribute("class"))
            .ToList();
        Assert.Single(rows, "step switch faulty");
        Assert.Equal(2, rows.Count(r => r == "step switch"));
        Assert.Equal(3, rows.Count(r => r == "wait"));
    }

    [Fact]
    public void A_very_long_run_leaves_out_its_middle_but_not_the_step_at_fault()
    {
        var steps = Enumerable
            .Range(0, 5000)
            .Select(i => new EvidenceStep(i, "main", $"does {i}", null, i == 2500))
            .ToList();
        var claim = SampleReports.Claim("It_holds", ClaimStatus.Failed, 1) with
        {
            Evidence = new Evidence { Sentence = "It did not.", Steps = steps },
        };
        var body = HtmlFormat.Body(
            new Report { Katas = [SampleReports.Large(1, 1) with { Claims = [claim] }] },
            s_options
        );
        Assert.Contains("does 0<", body, StringComparison.Ordinal);
        Assert.Contains("does 2500<", body, StringComparison.Ordinal);
        Assert.Contains("steps left out; report.json has them", body, StringComparison.Ordinal);
        Assert.InRange(body.Length, 1, 200_000);
    }

    [Fact]
    public void The_replay_line_can_be_pasted_into_a_shell()
    {
        var page = new HtmlFormat().Write(SampleReports.Typical, s_options);
        Assert.Contains(
            "./kata replay DeadlockRLock.2-workers.AQ --submission 'handed in/group-7'",
            page,
            StringComparison.Ordinal
        );
    }

    private static string Hash(string page, string element)
    {
        var start = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[start..page.IndexOf($"</{element}>", StringComparison.Ordinal)];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex(@"<(\w+)[^<>]*/>")]
    private static partial Regex Selfclosed();
}
