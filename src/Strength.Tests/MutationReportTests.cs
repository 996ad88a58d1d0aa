using System.Text.Json;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;
using ConcurrencyKatas.Strength.Reports;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class MutationReportTests
{
    [Fact]
    public void A_report_has_all_that_the_schema_requires_under_its_names()
    {
        Mutant mutant = MutantFactory.Of(Sample.File, Sample.Text, [new JoinDropped()])[0];
        var outcomes = new KataOutcomes
        {
            Kata = "Bank",
            Kind = OutcomeKind.Concurrency,
            Claims = ["Main_waits"],
            Outcomes =
            [
                new Outcome
                {
                    Id = mutant.Id,
                    Status = OutcomeStatus.Killed,
                    KilledBy = ["Main_waits"],
                    Change = OutcomeChange.Of(mutant),
                },
            ],
        };
        JsonElement root = JsonSerializer.SerializeToElement(
            MutationReport.Of(outcomes, _ => Sample.Text),
            ReportJson.Options
        );

        Assert.Equal("2", root.GetProperty("schemaVersion").GetString());
        Assert.Equal(100, root.GetProperty("thresholds").GetProperty("high").GetInt32());
        JsonElement file = root.GetProperty("files").GetProperty("solutions/Bank/Bank.cs");
        Assert.Equal(
            ("cs", Sample.Text),
            (file.GetProperty("language").GetString(), file.GetProperty("source").GetString())
        );
        JsonElement entry = Assert.Single(file.GetProperty("mutants").EnumerateArray());
        Assert.Equal("Killed", entry.GetProperty("status").GetString());
        Assert.Equal("join-dropped", entry.GetProperty("mutatorName").GetString());
        JsonElement start = entry.GetProperty("location").GetProperty("start");
        string line = Sample.Text.Split('\n')[start.GetProperty("line").GetInt32() - 1];
        Assert.StartsWith(
            "one.Join();",
            line[(start.GetProperty("column").GetInt32() - 1)..],
            StringComparison.Ordinal
        );
        string test = Assert.Single(entry.GetProperty("killedBy").EnumerateArray()).GetString()!;
        Assert.Contains(
            root.GetProperty("testFiles")
                .EnumerateObject()
                .SelectMany(f => f.Value.GetProperty("tests").EnumerateArray()),
            t => t.GetProperty("id").GetString() == test
        );
    }
}
