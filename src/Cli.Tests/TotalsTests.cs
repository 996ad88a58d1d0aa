using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Tests.Publishing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class TotalsTests
{
    private static readonly ExplorationReport s_proved = new(
        "2 guests",
        50,
        20,
        6,
        true,
        "PROVED (6 classes; this size)"
    );

    private static readonly ExplorationReport s_sampled = new(
        "9 guests",
        200,
        143,
        0,
        false,
        "SAMPLED (200 schedules)"
    );

    private static readonly ExplorationReport s_bounded = new(
        "4 guests",
        200,
        143,
        2_000,
        false,
        "BOUNDED (every schedule without a preemption, 24 runs; this size)"
    )
    {
        Bound = 0,
        BoundedRuns = 1_000,
    };

    [Fact]
    public void What_the_words_of_a_report_mean_is_said_of_those_that_are_in_it()
    {
        Assert.Null(Meaning(s_sampled));
        Assert.Equal("PROVED means: every interleaving; this size.", Meaning(s_proved, s_sampled));
        Assert.Equal(
            "BOUNDED means: every interleaving that needs no more preemptions; this size.",
            Meaning(s_bounded, s_sampled)
        );
        Assert.Equal(
            "PROVED means: every interleaving, and BOUNDED: every one that needs no more preemptions; this size.",
            Meaning(s_proved, s_bounded)
        );
    }

    private static string? Meaning(params ExplorationReport[] explorations)
    {
        var kata = SampleReports.Typical.Katas[0] with { Explorations = explorations };
        return Totals.Meaning(new Report { Katas = [kata] });
    }
}
