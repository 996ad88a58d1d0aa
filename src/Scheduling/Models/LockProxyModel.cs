namespace ConcurrencyKatas.Scheduling;

/// <summary>A plain lock that a manager keeps.</summary>
public sealed class LockProxyModel : AcquirableProxyModel
{
    /// <summary>Held by nobody.</summary>
    /// <param name="info">What the creator of the lock said about it.</param>
    public LockProxyModel(ObjectInfo info)
        : this(info, new LockModel(info)) { }

    private LockProxyModel(ObjectInfo info, Model inner)
        : base(info, inner) { }

    /// <inheritdoc/>
    protected override AcquirableProxyModel Copy(Model copied) => new LockProxyModel(Info, copied);
}
