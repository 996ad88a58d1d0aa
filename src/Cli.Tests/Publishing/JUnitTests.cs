using System.Xml.Linq;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed class JUnitTests
{
    [Fact]
    public async Task A_suite_for_each_kata_and_a_case_for_each_claim()
    {
        await Approved.MatchAsync(new JUnitFormat().Write(SampleReports.Typical, new PublishingOptions()));
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void No_text_becomes_an_element(string attack)
    {
        var document = XDocument.Parse(new JUnitFormat().Write(SampleReports.Hostile(attack), new PublishingOptions()));
        Assert.Equal(4, document.Descendants("testcase").Count());
        Assert.Equal(
            [
                "error",
                "failure",
                "failure",
                "properties",
                "property",
                "property",
                "property",
                "system-out",
                "testcase",
                "testcase",
                "testcase",
                "testcase",
                "testsuite",
                "testsuites",
            ],
            document
                .Descendants()
                .Select(e => e.Name.LocalName)
                .Where(n => attack.Length > 0 || n != "system-out")
                .Order(StringComparer.Ordinal)
                .Concat(attack.Length > 0 ? [] : ["system-out"])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_counts_are_those_of_the_cases()
    {
        var root = XDocument.Parse(new JUnitFormat().Write(SampleReports.Typical, new PublishingOptions())).Root!;
        foreach (
            var (attribute, element) in (ValueTuple<string, string>[])
                [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
        )
        {
            Assert.Equal(root.Descendants(element).Count(), (int)root.Attribute(attribute)!);
            Assert.All(
                root.Elements("testsuite"),
                s => Assert.Equal(s.Descendants(element).Count(), (int)s.Attribute(attribute)!)
            );
        }
    }
}
