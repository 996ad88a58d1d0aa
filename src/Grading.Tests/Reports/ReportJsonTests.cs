using System.Text.Json;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class ReportJsonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-report-");

    [Theory]
    [InlineData("null", "nothing but 'null'")]
    [InlineData("{", "cannot be read as a Report")]
    [InlineData("{ \"katas\": 3 }", "cannot be read as a Report")]
    public void A_file_that_is_no_report_is_named_with_what_is_wrong_with_it(string text, string complaint)
    {
        string file = Path.Combine(_folder.FullName, "report.json");
        File.WriteAllText(file, text);

        string message = Assert.Throws<JsonException>(() => ReportJson.Read<Report>(file)).Message;

        Assert.Contains(file, message, StringComparison.Ordinal);
        Assert.Contains(complaint, message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_and_no_half_of_it_is_left_beside()
    {
        string file = Path.Combine(_folder.FullName, "class", "report.json");

        ReportJson.Write(file, new Report { Katas = [] });

        Assert.Empty(ReportJson.Read<Report>(file).Katas);
        Assert.Equal([file], Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
