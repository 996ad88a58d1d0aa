namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Value between processes, whatever is behind it.</summary>
public abstract class ValueContract(Backend backend)
{
    /// <summary>CPython: <c>_TestValue.test_value</c>.</summary>
    [SlowFact]
    public void Values_of_all_types_begin_as_they_were_made_and_are_what_a_child_makes_them() =>
        backend.Run(ValuePrograms.ChangeAllTypes);

    /// <summary>CPython: <c>_TestSharedCTypes.test_sharedctypes</c>.</summary>
    [SlowFact]
    public void A_field_that_a_child_changes_is_changed_here_and_the_others_are_not() =>
        backend.Run(ValuePrograms.ChangeOneField);

    [SlowFact]
    public void Who_adds_in_one_step_loses_nothing_and_is_told_a_sum_of_its_own() =>
        backend.Run(ValuePrograms.AddInOneStep);

    [SlowFact]
    public void Who_counts_under_its_lock_loses_nothing() => backend.Run(ValuePrograms.CountUnderLock);

    [SlowFact]
    public void Of_several_who_replace_the_same_number_one_does() => backend.Run(ValuePrograms.ReplaceOnce);

    [SlowFact]
    public void Sums_wrap_around() => backend.Run(ValuePrograms.WrapAround);

    /// <summary>CPython: <c>_TestValue.test_getobj_getlock</c>.</summary>
    [SlowFact]
    public void Its_lock_is_recursive_and_the_same_in_all_processes() => backend.Run(ValuePrograms.HoldItsLock);

    [SlowFact]
    public void Its_lock_keeps_nobody_from_reading_and_writing_it() => backend.Run(ValuePrograms.WriteUnderALock);

    [SlowFact]
    public void A_value_that_comes_in_a_message_is_the_same_value() => backend.Run(ValuePrograms.Travel);

    [SlowFact]
    public void A_large_value_is_never_seen_half_written() => backend.Run(ValuePrograms.MirrorSpot);

    public sealed class Real(Backend.Real backend) : ValueContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : ValueContract(backend),
            IClassFixture<Backend.Controlled>;
}
