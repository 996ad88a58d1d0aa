using System.Text;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Cli.Publishing.Classroom;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed class OutputsTests
{
    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void There_are_four_outputs_whatever_a_stranger_wrote(string attack)
    {
        var lines = new OutputsFormat().Write(SampleReports.Hostile(attack), new PublishingOptions()).Split('\n');
        Assert.Equal(["status", "points", "max-points", "result"], lines.Select(l => l.Split('=')[0]));
        Assert.Equal(["status=could-not-grade", "points=1", "max-points=4"], lines[..3]);
        Assert.Matches("^result=[A-Za-z0-9+/]+=*$", lines[3]);
    }

    [Fact]
    public void The_result_is_what_GitHub_Classrooms_reporter_decodes()
    {
        var lines = new OutputsFormat().Write(SampleReports.Typical, new PublishingOptions()).Split('\n');
        var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(lines[3]["result=".Length..]));
        Assert.Equal(new ClassroomFormat().Write(SampleReports.Typical, new PublishingOptions()), decoded);
    }
}
