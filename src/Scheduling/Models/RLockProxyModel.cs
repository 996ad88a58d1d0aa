namespace ConcurrencyKatas.Scheduling;

/// <summary>A recursive lock that a manager keeps.</summary>
public sealed class RLockProxyModel : AcquirableProxyModel
{
    /// <summary>Held by nobody.</summary>
    /// <param name="info">What the creator of the lock said about it.</param>
    public RLockProxyModel(ObjectInfo info)
        : this(info, new RLockModel(info)) { }

    private RLockProxyModel(ObjectInfo info, Model inner)
        : base(info, inner) { }

    /// <inheritdoc/>
    protected override AcquirableProxyModel Copy(Model copied) => new RLockProxyModel(Info, copied);
}
