namespace ConcurrencyKatas.Control;

/// <summary>A list. Items are equal when they are the same bytes.</summary>
public sealed class ManagedList : ManagedState
{
    private readonly List<byte[]> _items = [];

    /// <summary>Makes an empty one.</summary>
    public ManagedList() { }

    private ManagedList(ManagedList other)
        : base(other) => _items = [.. other._items];

    /// <inheritdoc/>
    public override IEnumerable<byte[]> Contents => _items;

    /// <inheritdoc/>
    public override ManagedState Clone() => new ManagedList(this);

    private protected override ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments) =>
        (verb, arguments.Count) switch
        {
            (ManagerVerb.Create or ManagerVerb.AddMany, _) => AddMany(arguments),
            (ManagerVerb.Add, 1) => AddMany(arguments),
            (ManagerVerb.Get, 1) => At(arguments[0], index => ManagerAnswer.Of(_items[index])),
            (ManagerVerb.Set, 2) => At(arguments[0], index => Set(index, arguments[1])),
            (ManagerVerb.Remove, 1) => At(arguments[0], Remove),
            (ManagerVerb.Remove, 0) => _items.Count == 0
                ? ManagerAnswer.Refused(ManagerStatus.Empty)
                : Remove(_items.Count - 1),
            (ManagerVerb.Insert, 2) => At(arguments[0], index => Insert(index, arguments[1]), last: _items.Count),
            (ManagerVerb.IndexOf, 1) => ManagerAnswer.Of(
                _items.FindIndex(item => item.AsSpan().SequenceEqual(arguments[0]))
            ),
            (ManagerVerb.Count, 0) => ManagerAnswer.Of(_items.Count),
            (ManagerVerb.Copy, 0) => ManagerAnswer.Of([.. _items]),
            (ManagerVerb.Clear, 0) => Clear(),
            (ManagerVerb.Reverse, 0) => Reverse(),
            _ => null,
        };

    private ManagerAnswer? At(byte[] encoded, Func<int, ManagerAnswer> act, int? last = null) =>
        Index(encoded) is not { } index ? null
        : index < 0 || index > (last ?? _items.Count - 1) ? ManagerAnswer.Refused(ManagerStatus.NoSuchIndex)
        : act(index);

    private ManagerAnswer AddMany(IReadOnlyList<byte[]> items) => Grow(Sum(items), () => _items.AddRange(items));

    private ManagerAnswer Set(int index, byte[] item) =>
        Grow(item.Length - _items[index].Length, () => _items[index] = item);

    private ManagerAnswer Insert(int index, byte[] item) => Grow(item.Length, () => _items.Insert(index, item));

    private ManagerAnswer Remove(int index)
    {
        byte[] item = _items[index];
        _ = Grow(-item.Length, () => _items.RemoveAt(index));
        return ManagerAnswer.Of(item);
    }

    private ManagerAnswer Clear() => Empty(_items.Clear);

    private ManagerAnswer Reverse() => Grow(0, _items.Reverse);
}
