namespace ConcurrencyKatas.Control;

/// <summary>A dictionary that remembers the order in which its keys came, as Python's does.</summary>
public sealed class ManagedDictionary : ManagedState
{
    private static readonly byte[] s_no = Wire.Encode(0);
    private static readonly byte[] s_yes = Wire.Encode(1);

    private readonly OrderedDictionary<WireBytes, byte[]> _items = [];

    /// <summary>Makes an empty one.</summary>
    public ManagedDictionary() { }

    private ManagedDictionary(ManagedDictionary other)
        : base(other) => _items = new(other._items);

    /// <inheritdoc/>
    public override IEnumerable<byte[]> Contents
    {
        get
        {
            foreach ((WireBytes key, byte[] value) in _items)
            {
                yield return key.Bytes;
                yield return value;
            }
        }
    }

    /// <inheritdoc/>
    public override ManagedState Clone() => new ManagedDictionary(this);

    private protected override ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments) =>
        (verb, arguments.Count) switch
        {
            (ManagerVerb.Get, 1) => _items.TryGetValue(new(arguments[0]), out byte[]? value)
                ? ManagerAnswer.Of(value)
                : ManagerAnswer.Refused(ManagerStatus.NoSuchKey),
            (ManagerVerb.Set, 2) => Set(arguments),
            (ManagerVerb.Create or ManagerVerb.AddMany, var count) when count % 2 == 0 => Set(arguments),
            (ManagerVerb.Add, 2) => _items.ContainsKey(new(arguments[0]))
                ? ManagerAnswer.Refused(ManagerStatus.KeyExists)
                : Set(arguments),
            (ManagerVerb.GetOrAdd, 2) => GetOrAdd(arguments),
            (ManagerVerb.Remove, 1) => Remove(arguments[0]),
            (ManagerVerb.Contains, 1) => ManagerAnswer.Of(_items.ContainsKey(new(arguments[0])) ? 1 : 0),
            (ManagerVerb.Count, 0) => ManagerAnswer.Of(_items.Count),
            (ManagerVerb.Clear, 0) => Clear(),
            (ManagerVerb.Copy, 0) => ManagerAnswer.Of([.. Contents]),
            (ManagerVerb.Keys, 0) => ManagerAnswer.Of([.. _items.Keys.Select(static key => key.Bytes)]),
            (ManagerVerb.Values, 0) => ManagerAnswer.Of([.. _items.Values]),
            _ => null,
        };

    private ManagerAnswer Set(IReadOnlyList<byte[]> arguments)
    {
        // A key that comes twice in one call is counted as if it came once more; nobody is hurt.
        long more = 0;
        for (int index = 0; index < arguments.Count; index += 2)
        {
            bool isThere = _items.TryGetValue(new(arguments[index]), out byte[]? old);
            more += arguments[index + 1].Length + (isThere ? -old!.Length : arguments[index].Length);
        }
        return Grow(more, () => Put(arguments));
    }

    private void Put(IReadOnlyList<byte[]> arguments)
    {
        for (int index = 0; index < arguments.Count; index += 2)
        {
            _items[new(arguments[index])] = arguments[index + 1];
        }
    }

    private ManagerAnswer GetOrAdd(IReadOnlyList<byte[]> arguments)
    {
        if (_items.TryGetValue(new(arguments[0]), out byte[]? value))
        {
            return ManagerAnswer.Of(value, s_no);
        }
        ManagerAnswer added = Set(arguments);
        return added.Status == ManagerStatus.Done ? ManagerAnswer.Of(arguments[1], s_yes) : added;
    }

    private ManagerAnswer Remove(byte[] key)
    {
        if (!_items.TryGetValue(new(key), out byte[]? value))
        {
            return ManagerAnswer.Refused(ManagerStatus.NoSuchKey);
        }
        _ = Grow(-(key.Length + value.Length), () => _items.Remove(new WireBytes(key)));
        return ManagerAnswer.Of(value);
    }

    private ManagerAnswer Clear() => Empty(_items.Clear);
}
