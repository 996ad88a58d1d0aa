using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed class ReportVerbTests : IDisposable
{
    private readonly TestCourse _course = new();

    [Fact]
    public async Task A_grading_writes_every_format_that_has_a_file()
    {
        _course.Solution(TestCourse.Locks, "deadlock");
        await _course.RunAsync("grade", "solutions", "--output", "results");
        var expected = Formats.All.Select(f => f.FileName).OfType<string>().Append("report.json");
        Assert.Equal(
            ["classroom.json", "junit.xml", "report.html", "report.json", "report.md"],
            expected.Order(StringComparer.Ordinal)
        );
        Assert.All(expected, f => Assert.True(File.Exists(_course.PathOf($"results/{f}")), f));
        var report = ReportJson.Read<Report>(_course.PathOf("results/report.json"));
        Assert.Equal([TestCourse.Rooms, TestCourse.Locks], report.Katas.Select(k => k.Folder));
    }

    [Fact]
    public async Task The_files_of_one_kata_lie_in_the_submission_itself()
    {
        await _course.RunAsync("grade", "solutions/DeadlockRLock", "--output", "results");
        Assert.Equal(".", ReportJson.Read<Report>(_course.PathOf("results/report.json")).Katas.Single().Folder);
    }

    [Fact]
    public async Task A_finished_report_is_printed_in_any_format()
    {
        Save(SampleReports.Typical);
        foreach (var format in Formats.All)
        {
            var spoken = await _course.RunAsync("report", "report.json", "--format", format.Name);
            Assert.Equal(ExitCodes.Passed, spoken.Code);
            Assert.Equal(format.Write(SampleReports.Typical, new PublishingOptions()) + "\n", spoken.Output);
        }
    }

    [Fact]
    public async Task A_folder_stands_for_the_report_in_it_and_gets_the_other_formats()
    {
        Save(SampleReports.Typical);
        var spoken = await _course.RunAsync("report", ".", "--output", "elsewhere", "--submission", "katas");
        Assert.Equal((ExitCodes.Passed, ""), (spoken.Code, spoken.Output));
        var page = File.ReadAllText(_course.PathOf("elsewhere/report.html"));
        Assert.Contains("--submission katas", page, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllText(_course.PathOf("report.json")),
            File.ReadAllText(_course.PathOf("elsewhere/report.json"))
        );
    }

    [Fact]
    public async Task No_name_in_a_report_leads_out_of_the_folder()
    {
        var evil = SampleReports.Large(1, 1) with { Kata = "../../evil" };
        Save(new Report { Katas = [evil] });
        await _course.RunAsync("report", "report.json", "--output", "a/b/c");
        Assert.True(File.Exists(_course.PathOf("a/b/c/------evil.It_holds.txt")));
    }

    [Theory]
    [InlineData(
        "There is no format 'pdf'. --format knows html, markdown, junit, classroom, annotations, outputs.",
        "report.json",
        "--format",
        "pdf"
    )]
    [InlineData("REPORT 'nowhere.json' does not exist.", "nowhere.json", "--format", "html")]
    [InlineData("Name a --format to print, or a folder to write to with --output.", "report.json")]
    [InlineData("REPORT 'other.json' has the format 'concurrency-katas-report/9'", "other.json", "--format", "html")]
    [InlineData("cannot be read as a Report", "broken.json", "--format", "html")]
    public async Task What_cannot_be_shown_is_refused_with_the_reason(string reason, params string[] arguments)
    {
        Save(SampleReports.Typical);
        _course.Write("other.json", "{ \"format\": \"concurrency-katas-report/9\", \"katas\": [] }");
        _course.Write("broken.json", "{ \"format\": ");
        var spoken = await _course.RunAsync(["report", .. arguments]);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains(reason, spoken.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _course.Dispose();

    private void Save(Report report) => ReportJson.Write(_course.PathOf("report.json"), report);
}
