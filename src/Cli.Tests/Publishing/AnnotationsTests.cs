using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed class AnnotationsTests
{
    private static readonly PublishingOptions s_options = new() { FilesIn = "./katas/" };

    [Fact]
    public async Task Every_failure_is_put_at_the_students_own_line()
    {
        await Approved.MatchAsync(new AnnotationsFormat().Write(SampleReports.Typical, s_options));
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void No_text_becomes_a_command_of_its_own(string attack)
    {
        var written = new AnnotationsFormat().Write(SampleReports.Hostile(attack), s_options);
        var commands = RunnerCommand.In(written);
        Assert.Equal(["warning", "error", "error"], commands.Select(c => c.Name));
        Assert.Equal(3, written.Split('\n').Length);
        Assert.All(commands, c => Assert.Empty(c.Properties.Keys.Except(["file", "line", "col", "title"])));
        Assert.StartsWith(Untrusted.Text(attack), commands[2].Data, StringComparison.Ordinal);
        Assert.Equal("3", commands[2].Properties["line"]);
    }

    [Fact]
    public void Of_more_than_GitHub_shows_the_last_says_how_many_are_missing()
    {
        var report = new Report { Katas = [.. Enumerable.Range(1, 14).Select(i => SampleReports.Large(i, 10))] };
        var commands = RunnerCommand.In(new AnnotationsFormat().Write(report, s_options));
        Assert.Equal(10, commands.Count);
        Assert.Equal("5 more", commands[^1].Properties["title"]);
    }

    [Fact]
    public void A_submission_of_one_kata_has_its_files_at_its_root()
    {
        var kata = SampleReports.Large(1, 10) with { Folder = "." };
        var written = new AnnotationsFormat().Write(new Report { Katas = [kata] }, new PublishingOptions());
        Assert.StartsWith("::error file=Spa.cs,line=12,", written, StringComparison.Ordinal);
    }
}
