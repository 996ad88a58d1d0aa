namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Barrier, whatever is behind it.</summary>
public abstract class BarrierContract(Backend backend)
{
    /// <summary>CPython: <c>_TestBarrier.test_barrier</c>.</summary>
    [SlowFact]
    public void Nobody_goes_on_before_all_have_come_round_after_round() => backend.Run(BarrierPrograms.KeepStep);

    /// <summary>CPython: <c>_TestBarrier.test_wait_return</c>.</summary>
    [SlowFact]
    public void Each_party_gets_a_place_of_its_own() => backend.Run(BarrierPrograms.GivePlaces);

    /// <summary>CPython: <c>_TestBarrier.test_abort</c>.</summary>
    [SlowFact]
    public void An_abort_sends_everybody_away_until_a_reset() => backend.Run(BarrierPrograms.Abort);

    /// <summary>CPython: <c>_TestBarrier.test_reset</c>.</summary>
    [SlowFact]
    public void A_reset_sends_those_away_who_wait() => backend.Run(BarrierPrograms.Reset);

    /// <summary>CPython: <c>_TestBarrier.test_abort_and_reset</c>.</summary>
    [SlowFact]
    public void A_barrier_that_was_broken_is_whole_after_a_reset() => backend.Run(BarrierPrograms.AbortAndReset);

    /// <summary>CPython: <c>_TestBarrier.test_timeout</c>.</summary>
    [SlowFact]
    public void A_party_whose_time_passes_breaks_it_for_all() => backend.Run(BarrierPrograms.TimeOut);

    /// <summary>CPython: <c>_TestBarrier.test_single_thread</c>.</summary>
    [SlowFact]
    public void A_barrier_of_one_holds_nobody_up() => backend.Run(BarrierPrograms.PassAlone);

    public sealed class Real(Backend.Real backend) : BarrierContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : BarrierContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : BarrierContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : BarrierContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
