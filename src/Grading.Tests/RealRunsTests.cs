using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Runs for real that are begun ahead: only the time may tell.</summary>
public sealed class RealRunsTests
{
    private static readonly Size s_size = new("2 guests", 2);

    private static readonly RealRun s_run = new()
    {
        Arguments = [2],
        Processes = [],
        Marks = [],
        Output = "",
        ExitCode = 0,
        Leftovers = [],
    };

    [Fact]
    public void Whoever_asks_for_a_size_gets_the_one_run_of_it_begun_ahead_or_not()
    {
        int made = 0;
        using var runs = new RealRuns(_ => s_run with { ExitCode = Interlocked.Increment(ref made) });
        runs.Begin(s_size);

        Assert.Equal(1, runs.Of(s_size).ExitCode);
        Assert.Equal(1, runs.Of(s_size).ExitCode);
        Assert.Equal(2, runs.Of(new Size("3 guests", 3)).ExitCode);
    }

    [Fact]
    public void What_went_wrong_ahead_is_told_to_whoever_asks()
    {
        using var runs = new RealRuns(size => throw new CouldNotGradeException($"{size.Name} did not end."));
        runs.Begin(s_size);

        Assert.Contains("2 guests did not end.", Assert.Throws<CouldNotGradeException>(() => runs.Of(s_size)).Message);
    }

    [Fact]
    public void A_run_that_nobody_asks_for_is_over_when_its_submission_is()
    {
        bool isOver = false;
        using var mayEnd = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var runs = new RealRuns(_ =>
        {
            begun.Set();
            mayEnd.Wait();
            isOver = true;
            throw new CouldNotGradeException("Nobody reads this.");
        });
        runs.Begin(s_size);
        begun.Wait(TestContext.Current.CancellationToken);
        mayEnd.Set();

        runs.Dispose();

        Assert.True(isOver);
    }
}
