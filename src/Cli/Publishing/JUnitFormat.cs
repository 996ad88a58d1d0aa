using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>JUnit's XML, which most continuous integration systems read: a suite for each kata, a case for each claim.</summary>
internal sealed class JUnitFormat : IReportFormat
{
    public string Name => "junit";

    public string FileName => "junit.xml";

    public string Write(Report report, PublishingOptions options)
    {
        List<XElement> suites = [.. report.Katas.Select(k => Suite(k, options))];
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + Markup.Write(
                new XElement("testsuites", new XAttribute("name", "ConcurrencyKatas"), Sums(suites), suites)
            );
    }

    private static XElement Suite(KataReport kata, PublishingOptions options)
    {
        List<XElement> cases =
            kata.Claims.Count == 0 ? [Case(kata)] : [.. kata.Claims.Select(c => Case(kata, c, options))];
        XElement[] facts = [Property("points", kata.Points), Property("maxPoints", kata.MaxPoints)];
        return new XElement(
            "testsuite",
            new XAttribute("name", kata.Kata),
            Counts(cases),
            new XElement("properties", facts, Property("isolation", kata.Isolation)),
            cases
        );
    }

    // A kata that came to no claim at all still counts as one case.
    private static XElement Case(KataReport kata) =>
        new(
            "testcase",
            new XAttribute("classname", kata.Kata),
            new XAttribute("name", kata.Title),
            new XAttribute("time", "0"),
            kata.Status switch
            {
                KataStatus.Passed => null,
                KataStatus.NotStarted => Outcome("skipped", kata.Reason ?? Words.Of(kata.Status), null),
                KataStatus.CouldNotGrade => Outcome("error", kata.Reason ?? Words.Of(kata.Status), null),
                _ => Outcome("failure", Words.Of(kata.Status), Diagnostics(kata)),
            }
        );

    private static XElement Case(KataReport kata, ClaimReport claim, PublishingOptions options) =>
        new(
            "testcase",
            new XAttribute("classname", kata.Kata),
            new XAttribute("name", claim.Claim),
            new XAttribute("time", "0"),
            claim.Status switch
            {
                ClaimStatus.Passed => null,
                ClaimStatus.Failed => Outcome(
                    "failure",
                    claim.Evidence?.Sentence ?? claim.Reason ?? Words.Of(kata.Status),
                    claim.Evidence is { } evidence ? Story.Of(evidence, options) : Diagnostics(kata)
                ),
                ClaimStatus.CouldNotGrade => Outcome("error", claim.Reason ?? "could not grade", null),
                // A gradebook that takes skipped for right must not be fooled: what was begun and earns nothing fails.
                ClaimStatus.NotShown => Outcome("failure", claim.Reason ?? "not shown", null),
                _ when kata.Status == KataStatus.NotStarted => Outcome("skipped", claim.Reason ?? "not started", null),
                _ => Outcome("failure", claim.Reason ?? Words.Of(kata.Status), Diagnostics(kata)),
            },
            claim.Evidence?.Output is { Length: > 0 } output ? new XElement("system-out", output) : null
        );

    private static XElement Outcome(string name, string message, string? text) =>
        new(name, new XAttribute("message", Untrusted.Line(message)), text);

    private static string? Diagnostics(KataReport kata) =>
        kata.Diagnostics.Count == 0
            ? null
            : string.Join('\n', kata.Diagnostics.Select(d => $"{Totals.Place(d)}: {d.Id}: {d.Message}"));

    private static XElement Property(string name, object value) =>
        new("property", new XAttribute("name", name), new XAttribute("value", value));

    private static XAttribute[] Counts(List<XElement> cases) =>
        [
            Number("tests", cases.Count),
            Number("failures", cases.Count(c => c.Element("failure") is not null)),
            Number("errors", cases.Count(c => c.Element("error") is not null)),
            Number("skipped", cases.Count(c => c.Element("skipped") is not null)),
            new("time", "0"),
        ];

    private static XAttribute[] Sums(List<XElement> suites) =>
        [
            .. ((string[])["tests", "failures", "errors", "skipped"]).Select(n =>
                Number(n, suites.Sum(s => (int)s.Attribute(n)!))
            ),
            new("time", "0"),
        ];

    private static XAttribute Number(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
