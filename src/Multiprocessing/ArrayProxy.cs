using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A list of fixed length that a <see cref="Manager"/> keeps; made by <see cref="Manager.Array"/>.</summary>
/// <typeparam name="T">The elements; each is a copy on its way in and on its way out.</typeparam>
public sealed class ArrayProxy<T> : Proxy
{
    internal ArrayProxy(Manager manager, IEnumerable<T> content, string? name)
        : base(
            manager,
            SlotKind.ArrayProxy,
            name,
            [.. content.Select(static element => Wire.Encode(element, "an element"))]
        ) { }

    /// <summary>How many elements it has.</summary>
    public int Length => AskNumber(ManagerVerb.Count);

    internal override SlotKind Kind => SlotKind.ArrayProxy;

    /// <summary>Reads a copy of an element, or replaces it. Each is one call; <c>+=</c> is two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public T this[int index]
    {
        get => Decode<T>(Ask(ManagerVerb.Get, () => At(index), Wire.Encode(index))[0]);
        set => _ = Ask(ManagerVerb.Set, () => At(index), Wire.Encode(index), Wire.Encode(value, At(index)));
    }

    /// <summary>A copy of all of it, made in one call. The copy belongs to this process alone.</summary>
    public T[] ToArray() => [.. Ask(ManagerVerb.Copy, () => $"{Name}.ToArray").Select(Decode<T>)];

    /// <summary><c>ArrayProxy(pages)</c>: asks the manager nothing.</summary>
    public override string ToString() => $"ArrayProxy({Name})";

    private string At(int index) => $"{Name}[{Say(index)}]";
}
