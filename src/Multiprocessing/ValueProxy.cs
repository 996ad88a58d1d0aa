using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A single value that a <see cref="Manager"/> keeps; made by <see cref="Manager.Value"/>.</summary>
/// <typeparam name="T">The value's type; the value is a copy on its way in and on its way out.</typeparam>
public sealed class ValueProxy<T> : Proxy
{
    internal ValueProxy(Manager manager, T initial, string? name)
        : base(manager, SlotKind.ValueProxy, name, [Wire.Encode(initial, "the initial value")]) { }

    /// <summary>Reads a copy of the value, or replaces it. Each is one call; <c>+=</c> is two.</summary>
    public T Value
    {
        get => Decode<T>(Ask(ManagerVerb.Get, () => $"{Name}.Value")[0]);
        set => _ = Ask(ManagerVerb.Set, () => $"{Name}.Value", Wire.Encode(value, $"{Name}.Value"));
    }

    internal override SlotKind Kind => SlotKind.ValueProxy;

    /// <summary><c>ValueProxy(total)</c>: asks the manager nothing.</summary>
    public override string ToString() => $"ValueProxy({Name})";
}
