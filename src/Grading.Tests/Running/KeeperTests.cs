using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>The shell in a place of its own, around programs that need no runtime.</summary>
public sealed class KeeperTests
{
    // A watchdog only.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [SlowTheory]
    [InlineData("exit 3", 3)]
    [InlineData("kill -9 $$", -9)]
    public void It_tells_how_main_ended(string script, int exitCode) =>
        Run(
            script,
            (keeper, place) =>
            {
                Assert.True(keeper.WaitForExit(s_patience), "Nothing is heard of main.");
                place.Kill();
                Assert.Equal(exitCode, keeper.ExitCode());
            }
        );

    [SlowFact]
    public void Whoever_main_left_behind_runs_on_until_the_place_is_ended() =>
        Run(
            "sleep 1000 & exit 0",
            (keeper, place) =>
            {
                Assert.True(keeper.WaitForExit(s_patience), "Nothing is heard of main.");

                // The place's first process, and the keeper, belong to it.
                int first = place.First;
                Assert.Single(ProcessGroup.InPlaceOf(first, Keeper.Pid));
                place.Kill();
                Assert.Empty(ProcessGroup.InPlaceOf(first, Keeper.Pid));
                Assert.Equal(0, keeper.ExitCode());
            }
        );

    [SlowFact]
    public void A_main_that_was_ended_together_with_the_place_has_no_exit_code() =>
        Run(
            "exec sleep 1000",
            (keeper, place) =>
            {
                Assert.False(keeper.WaitForExit(TimeSpan.Zero));
                place.Kill();
                Assert.Null(keeper.ExitCode());
            }
        );

    private static void Run(string script, Action<Keeper, EnclosedProcess> look)
    {
        var bubblewrap = Bubblewrap.Look(null, Environment.GetEnvironmentVariable("PATH"), s_patience);
        Assert.SkipWhen(bubblewrap.Obstacle is not null, $"It is for places of bubblewrap, and {bubblewrap.Obstacle}.");
        // Outside of one it would end with everybody.
        Enclosure enclosure = Assert.IsType<Enclosure>(bubblewrap.Enclose([], []));
        using var sentinel = Sentinel.Create();
        using var keeper = new Keeper();
        var main = new SpawnRequest
        {
            FileName = "/bin/sh",
            Arguments = ["-c", script],
            WorkingDirectory = "/",
            Descriptors = [new(sentinel.ReadEnd, 5)],
            ProcessGroup = 0,
            Output = SpawnOutput.Pipe,
        };
        using var place = EnclosedProcess.Start(keeper.Around(main), enclosure);
        keeper.Follow();
        try
        {
            look(keeper, place);
        }
        finally
        {
            place.Kill();
        }
    }
}
