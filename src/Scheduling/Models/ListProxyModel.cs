using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A list that a manager keeps.</summary>
public sealed class ListProxyModel : ProxyModel
{
    /// <summary>Empty, until it is created.</summary>
    /// <param name="info">What the creator of the object said about it.</param>
    public ListProxyModel(ObjectInfo info)
        : this(info, new ManagedList()) { }

    private ListProxyModel(ObjectInfo info, ManagedState state)
        : base(info, state) { }

    /// <inheritdoc/>
    protected override ProxyModel Copy(ManagedState copied) => new ListProxyModel(Info, copied);
}
