namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a SharedArray between processes, whatever is behind it.</summary>
public abstract class SharedArrayContract(Backend backend)
{
    /// <summary>CPython: <c>_TestArray.test_array</c>.</summary>
    [SlowFact]
    public void An_array_that_a_child_doubles_is_doubled_here() => backend.Run(SharedArrayPrograms.Double);

    /// <summary>CPython: <c>_TestArray.test_array_from_size</c>.</summary>
    [SlowFact]
    public void An_array_of_a_size_is_zero_and_may_have_no_element_at_all() =>
        backend.Run(SharedArrayPrograms.BeginAtZero);

    /// <summary>CPython: <c>_TestArray.test_array</c>.</summary>
    [SlowFact]
    public void An_element_that_does_not_exist_is_refused_and_nothing_is_changed() =>
        backend.Run(SharedArrayPrograms.RefuseOutside);

    [SlowFact]
    public void Who_adds_to_an_element_loses_nothing_and_touches_no_neighbour() =>
        backend.Run(SharedArrayPrograms.AddToOne);

    [SlowFact]
    public void Each_element_is_claimed_by_one_of_those_who_compare() => backend.Run(SharedArrayPrograms.ClaimAll);

    /// <summary>CPython: <c>_TestArray.test_getobj_getlock_obj</c>.</summary>
    [SlowFact]
    public void Its_lock_is_the_same_in_all_processes() => backend.Run(SharedArrayPrograms.HoldItsLock);

    [SlowFact]
    public void A_copy_does_not_change_with_the_array() => backend.Run(SharedArrayPrograms.Copy);

    [SlowFact]
    public void Elements_that_no_processor_reads_in_one_piece_are_whole() => backend.Run(SharedArrayPrograms.Spots);

    public sealed class Real(Backend.Real backend) : SharedArrayContract(backend), IClassFixture<Backend.Real>
    {
        [SlowFact]
        public void It_may_begin_with_a_megabyte() => Check(SharedArrayPrograms.BeginLarge);
    }

    public sealed class Controlled(Backend.Controlled backend)
        : SharedArrayContract(backend),
            IClassFixture<Backend.Controlled>
    {
        [SlowFact]
        public void Contents_that_the_arbiter_cannot_be_handed_at_once_are_refused() =>
            Check(SharedArrayPrograms.RefuseLargeBeginning);
    }

    private protected void Check(Action program) => backend.Run(program);
}
