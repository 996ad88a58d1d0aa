using System.Diagnostics.CodeAnalysis;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A dictionary that a <see cref="Manager"/> keeps; made by <see cref="Manager.Dictionary"/>.</summary>
/// <typeparam name="TKey">The keys. Two are equal when their copies are: the same values in the same fields.</typeparam>
/// <typeparam name="TValue">The values; each is a copy on its way in and on its way out.</typeparam>
/// <remarks>Keys stay in the order in which they came, as in Python.</remarks>
public sealed class DictionaryProxy<TKey, TValue> : Proxy
    where TKey : notnull
{
    internal DictionaryProxy(Manager manager, IEnumerable<KeyValuePair<TKey, TValue>> content, string? name)
        : base(manager, SlotKind.DictionaryProxy, name, Pairs(content)) { }

    /// <summary>How many keys there are at this moment.</summary>
    public int Count => AskNumber(ManagerVerb.Count);

    /// <summary>A copy of the keys.</summary>
    public IReadOnlyList<TKey> Keys => [.. Ask(ManagerVerb.Keys, () => $"{Name}.Keys").Select(Decode<TKey>)];

    /// <summary>A copy of the values, in the order of the keys.</summary>
    public IReadOnlyList<TValue> Values => [.. Ask(ManagerVerb.Values, () => $"{Name}.Values").Select(Decode<TValue>)];

    internal override SlotKind Kind => SlotKind.DictionaryProxy;

    /// <summary>Reads a copy of the value of a key, or sets it. Each is one call; <c>-=</c> is two.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[TKey key]
    {
        get => Decode<TValue>(Ask(ManagerVerb.Get, () => At(key), Key(key))[0]);
        set => _ = Ask(ManagerVerb.Set, () => At(key), Key(key), Value(key, value));
    }

    /// <summary>Adds a key that is not there yet.</summary>
    /// <exception cref="ArgumentException">It is there already; nothing has changed.</exception>
    public void Add(TKey key, TValue value) => _ = Ask(ManagerVerb.Add, () => At(key), Key(key), Value(key, value));

    /// <summary>Adds a key unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(TKey key, TValue value)
    {
        ManagerAnswer answer = Invoke(ManagerVerb.Add, Key(key), Value(key, value));
        return answer.Status switch
        {
            ManagerStatus.Done => true,
            ManagerStatus.KeyExists => false,
            _ => throw ManagerErrors.Refused(answer, Name, At(key)),
        };
    }

    /// <summary>Adds a key unless it is there: Python's <c>setdefault</c>.</summary>
    /// <returns>The value that is there now.</returns>
    public TValue GetOrAdd(TKey key, TValue value) =>
        Decode<TValue>(Ask(ManagerVerb.GetOrAdd, () => At(key), Key(key), Value(key, value))[0]);

    /// <summary>Reads a copy of the value of a key, if it is there.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) =>
        TryTake(ManagerVerb.Get, key, out value);

    /// <summary>Whether the key is there at this moment.</summary>
    public bool ContainsKey(TKey key) => AskNumber(ManagerVerb.Contains, Key(key)) != 0;

    /// <summary>Takes a key out, if it is there.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(TKey key) => Remove(key, out _);

    /// <summary>Takes a key out, if it is there: Python's <c>pop</c>.</summary>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value) =>
        TryTake(ManagerVerb.Remove, key, out value);

    /// <summary>Sets many keys in one call: Python's <c>update</c>.</summary>
    public void Update(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        _ = Ask(ManagerVerb.AddMany, () => $"{Name}.Update", Pairs(pairs));
    }

    /// <summary>Takes every key out.</summary>
    public void Clear() => _ = Ask(ManagerVerb.Clear, () => $"{Name}.Clear");

    /// <summary>A copy of all of it, made in one call. The copy belongs to this process alone.</summary>
    public Dictionary<TKey, TValue> ToDictionary()
    {
        IReadOnlyList<byte[]> all = Ask(ManagerVerb.Copy, () => $"{Name}.ToDictionary");
        var copy = new Dictionary<TKey, TValue>(all.Count / 2);
        for (int index = 0; index < all.Count; index += 2)
        {
            copy[Decode<TKey>(all[index])] = Decode<TValue>(all[index + 1]);
        }
        return copy;
    }

    /// <summary><c>DictionaryProxy(left)</c>: asks the manager nothing.</summary>
    public override string ToString() => $"DictionaryProxy({Name})";

    private static byte[][] Pairs(IEnumerable<KeyValuePair<TKey, TValue>> pairs) =>
        [
            .. pairs.SelectMany(static pair =>
                (IEnumerable<byte[]>)
                    [Wire.Encode(pair.Key, "a key"), Wire.Encode(pair.Value, $"the value of {Say(pair.Key)}")]
            ),
        ];

    private bool TryTake(ManagerVerb verb, TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ManagerAnswer answer = Invoke(verb, Key(key));
        value = answer.Status switch
        {
            ManagerStatus.Done => Decode<TValue>(answer.Values[0]),
            ManagerStatus.NoSuchKey => default,
            _ => throw ManagerErrors.Refused(answer, Name, At(key)),
        };
        return answer.Status == ManagerStatus.Done;
    }

    private byte[] Key(TKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WireShort.Encode(key) ?? Wire.Encode(key, $"the key of {Name}");
    }

    private byte[] Value(TKey key, TValue value) => WireShort.Encode(value) ?? Wire.Encode(value, At(key));

    private string At(TKey key) => $"{Name}[{Say(key)}]";
}
