namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a manager's namespace, whatever keeps it.</summary>
public abstract class NamespaceProxyContract(Backend backend)
{
    /// <summary>CPython: <c>_TestContainers.test_namespace</c>.</summary>
    [SlowFact]
    public void Names_hold_values_of_any_type_until_they_are_removed() =>
        backend.Run(NamespaceProxyPrograms.SetAndRemove);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_namespace</c>.</summary>
    [SlowFact]
    public void What_a_child_sets_is_there() => backend.Run(NamespaceProxyPrograms.SetElsewhere);

    [SlowFact]
    public void A_missing_name_and_a_wrong_type_are_refused() => backend.Run(NamespaceProxyPrograms.Refuse);

    [SlowFact]
    public void Who_uses_it_after_its_manager_is_gone_is_told_so() => backend.Run(NamespaceProxyPrograms.Lose);

    public sealed class Managed(Backend.Managed backend)
        : NamespaceProxyContract(backend),
            IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : NamespaceProxyContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
