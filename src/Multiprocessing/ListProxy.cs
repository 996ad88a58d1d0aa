using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A list that a <see cref="Manager"/> keeps; made by <see cref="Manager.List"/>.</summary>
/// <typeparam name="T">The items; each is a copy on its way in and on its way out.</typeparam>
public sealed class ListProxy<T> : Proxy
{
    internal ListProxy(Manager manager, IEnumerable<T> content, string? name)
        : base(manager, SlotKind.ListProxy, name, Items(content)) { }

    /// <summary>How many items there are at this moment.</summary>
    public int Count => AskNumber(ManagerVerb.Count);

    internal override SlotKind Kind => SlotKind.ListProxy;

    /// <summary>Reads a copy of an item, or replaces it. Each is one call; <c>+=</c> is two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public T this[int index]
    {
        get => Decode<T>(Ask(ManagerVerb.Get, () => At(index), Wire.Encode(index))[0]);
        set => _ = Ask(ManagerVerb.Set, () => At(index), Wire.Encode(index), Encode(value));
    }

    /// <summary>Appends an item.</summary>
    public void Add(T item) => _ = Ask(ManagerVerb.Add, () => $"{Name}.Add", Encode(item));

    /// <summary>Appends many items in one call.</summary>
    public void AddRange(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _ = Ask(ManagerVerb.AddMany, () => $"{Name}.AddRange", Items(items));
    }

    /// <summary>Inserts an item before an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is below 0 or above <see cref="Count"/>.</exception>
    public void Insert(int index, T item) =>
        _ = Ask(ManagerVerb.Insert, () => At(index), Wire.Encode(index), Encode(item));

    /// <summary>Takes the item at an index out: Python's <c>pop(index)</c>.</summary>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public T RemoveAt(int index) => Decode<T>(Ask(ManagerVerb.Remove, () => At(index), Wire.Encode(index))[0]);

    /// <summary>Takes the last item out: Python's <c>pop()</c>.</summary>
    /// <returns>The item.</returns>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    public T RemoveLast() => Decode<T>(Ask(ManagerVerb.Remove, () => $"{Name}.RemoveLast")[0]);

    /// <summary>Whether an item is there at this moment. Items are equal when their copies are.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The first index of an item, or −1. Items are equal when their copies are.</summary>
    public int IndexOf(T item) => AskNumber(ManagerVerb.IndexOf, Encode(item));

    /// <summary>Turns the list round.</summary>
    public void Reverse() => _ = Ask(ManagerVerb.Reverse, () => $"{Name}.Reverse");

    /// <summary>Takes every item out.</summary>
    public void Clear() => _ = Ask(ManagerVerb.Clear, () => $"{Name}.Clear");

    /// <summary>A copy of all of it, made in one call. The copy belongs to this process alone.</summary>
    public List<T> ToList() => [.. Ask(ManagerVerb.Copy, () => $"{Name}.ToList").Select(Decode<T>)];

    /// <summary><c>ListProxy(pages)</c>: asks the manager nothing.</summary>
    public override string ToString() => $"ListProxy({Name})";

    private static byte[][] Items(IEnumerable<T> items) =>
        [.. items.Select(static item => Wire.Encode(item, "an item"))];

    private byte[] Encode(T item) => Wire.Encode(item, $"an item of {Name}");

    private string At(int index) => $"{Name}[{Say(index)}]";
}
