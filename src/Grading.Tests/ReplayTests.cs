using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>One schedule once more, as the graders report it.</summary>
public sealed class ReplayTests : IDisposable
{
    private static readonly Size s_ends = new("2 guests", OneActorStage.Ends);
    private static readonly Size s_loops = new("9 guests", OneActorStage.Loops);

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-replay-");

    [Fact]
    public void One_that_goes_as_recorded_says_how_it_ended()
    {
        ClaimReport replayed = Replay(s_ends, TokenOf(s_ends));

        Assert.Equal((ClaimStatus.Passed, null), (replayed.Status, replayed.Reason));
        Assert.Equal("The schedule came to its end.", replayed.Evidence!.Sentence);
        Assert.Equal(TokenOf(s_ends).ToString(), replayed.Evidence.Token);
        Assert.Equal((0, 0), (replayed.Points, replayed.MaxPoints));
    }

    [Fact]
    public void One_that_did_not_end_says_so_again()
    {
        ClaimReport replayed = Replay(s_loops, TokenOf(s_loops));

        Assert.Equal((ClaimStatus.Passed, null), (replayed.Status, replayed.Reason));
        Assert.StartsWith("main is stuck in a loop", replayed.Evidence!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_goes_another_way_says_where()
    {
        ClaimReport replayed = Replay(s_ends, TokenOf(s_loops));

        Assert.Equal(ClaimStatus.Failed, replayed.Status);
        Assert.Equal(replayed.Reason, replayed.Evidence!.Sentence);
        Assert.Contains("diverged", replayed.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_does_not_compile_cannot_be_replayed()
    {
        using var grading = new ScriptedGrading(
            preparation: new Preparation { Status = KataStatus.DoesNotCompile, Reason = "does not compile" }
        );

        var problem = Assert.Throws<InvalidOperationException>(() =>
            grading.Submission.Replay(s_ends, TokenOf(s_ends))
        );

        Assert.Equal("SemaphoreRooms cannot be replayed: does not compile", problem.Message);
    }

    public void Dispose() => _results.Delete(recursive: true);

    private static ReplayToken TokenOf(Size size)
    {
        using var grading = new ScriptedGrading();
        return ReplayToken.Of("SemaphoreRooms", size.Name, grading.Submission.Explore(size).Runs().First().Run);
    }

    private ClaimReport Replay(Size size, ReplayToken token)
    {
        using var grading = new ScriptedGrading(results: _results.FullName);
        grading.Submission.Replay(size, token);
        grading.Submission.Finish();
        string report = Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json");
        return Assert.Single(ReportJson.Read<KataReport>(report).Claims);
    }
}
