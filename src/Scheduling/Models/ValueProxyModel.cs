using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A value that a manager keeps.</summary>
public sealed class ValueProxyModel : ProxyModel
{
    /// <summary>Empty, until it is created.</summary>
    /// <param name="info">What the creator of the object said about it.</param>
    public ValueProxyModel(ObjectInfo info)
        : this(info, new ManagedValue()) { }

    private ValueProxyModel(ObjectInfo info, ManagedState state)
        : base(info, state) { }

    /// <inheritdoc/>
    protected override ProxyModel Copy(ManagedState copied) => new ValueProxyModel(Info, copied);

    /// <inheritdoc/>
    protected override string DescribeContents(IReadOnlyList<string> contents) =>
        contents.Count == 0 ? "nothing" : contents[0];
}
