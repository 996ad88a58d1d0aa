using System.Net;
using System.Net.Sockets;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Hostile;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests.Hostile;

/// <summary>
/// The rules keep such code from ever being run. Here it is run all the same: the verdict has to be right, nothing may be
/// left behind, and whoever is graded next must not notice.
/// </summary>
public sealed class HostileSubmissionTests : IDisposable
{
    private readonly Traces _traces = new();
    private readonly Cell _cell = new();

    [SlowFact]
    public void Who_exits_early_with_0_has_crashed()
    {
        KataRun run = _cell.Explore(nameof(Attacks.ExitsEarly));

        Assert.Equal("main crashed: its process ended with 0.", Obstacles.Explain(run)?.Sentence);
        _cell.ExploreAnHonestOne();
    }

    [SlowFact]
    public void What_does_not_fit_the_models_is_no_verdict_on_anybody_although_it_is_swallowed()
    {
        var problem = Assert.Throws<CouldNotGradeException>(() =>
            _cell.Explore(nameof(Attacks.TakesALockBehindTheArbitersBack))
        );

        Assert.Contains("The arbiter granted an acquire of gate", problem.Message, StringComparison.Ordinal);
        _cell.ExploreAnHonestOne();
    }

    [SlowFact]
    public void Who_exits_early_for_real_has_returned_nothing()
    {
        RealRun run = Cell.RunForReal(nameof(Attacks.ExitsEarly));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Processes, p => p.Pid == 0);
        Assert.Null(run.Returned);
    }

    [SlowFact]
    public void A_hundred_megabytes_of_output_are_cut()
    {
        RealRun run = Cell.RunForReal(nameof(Attacks.Floods));

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Output.Length, 1_000_000, 1_000_100);
        Assert.EndsWith("characters.", run.Output, StringComparison.Ordinal);
    }

    [SlowFact]
    public void Output_past_the_watched_console_disturbs_no_exploration()
    {
        Assert.Equal(Ending.Completed, _cell.Explore(nameof(Attacks.Floods)).Run.Ending);
        _cell.ExploreAnHonestOne();
    }

    [SlowFact]
    public void Who_never_ends_is_stuck_in_a_loop()
    {
        KataRun run = _cell.Explore(nameof(Attacks.NeverEnds));

        Assert.Equal("busy loop", Obstacles.Explain(run)?.Pattern);
        _cell.ExploreAnHonestOne();
    }

    [SlowFact]
    public void Processes_left_by_a_run_for_real_are_counted_and_ended()
    {
        RealRun run = Cell.RunForReal(nameof(Attacks.Litters), _traces.Name);

        Assert.True(run.Leftovers.Count >= 2, $"{run.Leftovers.Count} left processes were seen.");
        _traces.AssertNone();
    }

    [SlowFact]
    public void Processes_in_a_session_of_their_own_are_counted_and_ended()
    {
        Isolated.OrSkip();

        RealRun run = Cell.RunForReal(nameof(Attacks.Detaches), _traces.Name);

        Assert.True(run.Leftovers.Count >= 2, $"{run.Leftovers.Count} left processes were seen.");
        _traces.AssertNone();
    }

    [SlowTheory]
    [InlineData(nameof(Attacks.Litters))]
    [InlineData(nameof(Attacks.Detaches))]
    public void Processes_left_by_an_explored_run_do_not_meet_the_next_submission(string attack)
    {
        Isolated.OrSkip();

        Assert.Equal(Ending.Completed, _cell.Explore(attack, _traces.Name).Run.Ending);
        _cell.ExploreAnHonestOne();

        _traces.AssertNone();
    }

    [SlowTheory]
    [InlineData(nameof(Attacks.Litters))]
    [InlineData(nameof(Attacks.Detaches))]
    public void Processes_left_by_an_explored_run_end_with_the_workers(string attack)
    {
        Isolated.OrSkip();

        Assert.Equal(Ending.Completed, _cell.Explore(attack, _traces.Name).Run.Ending);
        _cell.Dispose();

        _traces.AssertNone();
    }

    [SlowFact]
    public void Nothing_can_be_written_but_to_a_temporary_folder_that_vanishes()
    {
        Isolated.OrSkip();
        string own = $"/tmp/{_traces.Name}";

        string answer = (string)Cell.RunForReal(nameof(Attacks.Writes), [_traces.PlacesToWrite]).Returned!;
        string explored = (string)_cell.Explore(nameof(Attacks.Writes), [_traces.PlacesToWrite]).Returned!;

        Assert.All(
            answer.Split('\n').Concat(explored.Split('\n')),
            line => Assert.Matches($"Exception: |{own}$|/dev/shm/", line)
        );
        _traces.AssertNone();
    }

    [SlowFact]
    public void Neither_solutions_nor_graders_nor_submissions_can_be_read()
    {
        Isolated.OrSkip();
        // What is hidden is known once a job is.
        _cell.ExploreAnHonestOne();

        string answer = (string)Cell.RunForReal(nameof(Attacks.Reads), [Traces.SecretPlaces]).Returned!;
        string explored = (string)_cell.Explore(nameof(Attacks.Reads), [Traces.SecretPlaces]).Returned!;

        Assert.All(answer.Split('\n').Concat(explored.Split('\n')), line => Assert.Contains("Exception: ", line));
    }

    [SlowFact]
    public void Nobody_on_this_machine_can_be_reached()
    {
        Isolated.OrSkip();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        string answer = (string)Cell.RunForReal(nameof(Attacks.Connects), port).Returned!;

        Assert.StartsWith(nameof(SocketException), answer, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [SlowTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_kills_its_parent_ends_its_own_place_only(bool all)
    {
        Isolated.OrSkip();

        _ = _cell.Explore(nameof(Attacks.Kills), all);
        _cell.ExploreAnHonestOne();

        Assert.Equal(-9, Cell.RunForReal(nameof(Attacks.Kills), all).ExitCode);
    }

    [SlowFact]
    public void The_grader_has_no_process_id_that_a_submission_could_name()
    {
        Isolated.OrSkip();

        string answer = (string)_cell.Explore(nameof(Attacks.KillsOne), Environment.ProcessId).Returned!;

        Assert.Equal("No such process", answer);
    }

    public void Dispose()
    {
        _cell.Dispose();
        _traces.Dispose();
    }
}
