using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is made of the log of a run for real.</summary>
public sealed class RealRunReaderTests
{
    [Fact]
    public void Children_that_the_process_table_still_had_are_told_with_their_names_and_whether_they_were_zombies()
    {
        RealRun run = Read(
            Logged(OperationKind.Begin, 10, 0, "main"),
            Logged(OperationKind.Start, 10, 11, "first"),
            Logged(OperationKind.Start, 10, 12, "second"),
            Logged(OperationKind.Start, 10, 13, "third"),
            Logged(OperationKind.End, 12, 0, "second"),
            Logged(OperationKind.Remains, 10, 11, "Z"),
            Logged(OperationKind.Remains, 10, 13, "S")
        );
        Assert.Equal(
            [new RemainingChild(11, "first", IsZombie: true), new RemainingChild(13, "third", IsZombie: false)],
            run.Remaining
        );
        Assert.Equal([0, null, 0, null], run.Processes.Select(process => process.ExitCode));
    }

    [Fact]
    public void A_run_whose_children_were_all_reaped_has_none_that_remain() =>
        Assert.Empty(Read(Logged(OperationKind.Begin, 10, 0, "main")).Remaining);

    [Fact]
    public void Who_writes_into_the_log_and_was_never_started_has_no_name_and_changes_nobodys_exit_code()
    {
        RealRun run = Read(
            Logged(OperationKind.Begin, 10, 0, "main"),
            Logged(OperationKind.Mark, 66, 0, "spa\tguest 1 enters"),
            Logged(OperationKind.End, 66, 7, "guest-1")
        );

        Assert.Equal("process 66", Assert.Single(run.Marks).Actor);
        Assert.Equal(("main", 0), (Assert.Single(run.Processes).Name, run.Main.ExitCode));
    }

    [Fact]
    public void A_run_that_ended_before_main_had_begun_has_main_and_its_exit_code_all_the_same()
    {
        RealRun run = RealRunReader.Read([], new Size("a day"), exitCode: -9, leftovers: [], output: "");

        Assert.Equal(("main", -9), (Assert.Single(run.Processes).Name, run.Main.ExitCode));
        Assert.Null(run.Returned);
    }

    private static RealRun Read(params LoggedEvent[] events) =>
        RealRunReader.Read(events, new Size("a day"), exitCode: 0, leftovers: [], output: "");

    private static LoggedEvent Logged(OperationKind kind, int pid, int argument, string text) =>
        new(kind, 0, pid, argument, text);
}
