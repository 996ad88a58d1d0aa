namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a manager's array, whatever keeps it.</summary>
public abstract class ArrayProxyContract(Backend backend)
{
    /// <summary>CPython: <c>TestSyncManagerTypes.test_array</c>.</summary>
    [SlowFact]
    public void Its_elements_are_what_a_child_makes_them() => backend.Run(ArrayProxyPrograms.DoubleElsewhere);

    [SlowFact]
    public void Its_elements_change_and_its_length_does_not() => backend.Run(ArrayProxyPrograms.ChangeElements);

    [SlowFact]
    public void Each_element_is_changed_by_itself() => backend.Run(ArrayProxyPrograms.ChangeBoth);

    [SlowFact]
    public void Who_uses_it_after_its_manager_is_gone_is_told_so() => backend.Run(ArrayProxyPrograms.Lose);

    public sealed class Managed(Backend.Managed backend) : ArrayProxyContract(backend), IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : ArrayProxyContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
