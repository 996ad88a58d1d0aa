using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A dictionary that a manager keeps.</summary>
public sealed class DictionaryProxyModel : ProxyModel
{
    /// <summary>Empty, until it is created.</summary>
    /// <param name="info">What the creator of the object said about it.</param>
    public DictionaryProxyModel(ObjectInfo info)
        : this(info, new ManagedDictionary()) { }

    private DictionaryProxyModel(ObjectInfo info, ManagedState state)
        : base(info, state) { }

    /// <inheritdoc/>
    protected override ProxyModel Copy(ManagedState copied) => new DictionaryProxyModel(Info, copied);

    /// <inheritdoc/>
    protected override string DescribeContents(IReadOnlyList<string> contents) =>
        contents.Count == 0 ? "empty" : string.Join(", ", contents.Chunk(2).Select(pair => string.Join(": ", pair)));
}
