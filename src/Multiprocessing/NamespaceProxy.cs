using System.Diagnostics.CodeAnalysis;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// Values by name that a <see cref="Manager"/> keeps, each of its own type; made by <see cref="Manager.Namespace"/>. Python's
/// <c>Namespace</c>, with a call where Python has an attribute.
/// </summary>
public sealed class NamespaceProxy : Proxy
{
    internal NamespaceProxy(Manager manager, string? name)
        : base(manager, SlotKind.NamespaceProxy, name, []) { }

    /// <summary>The names that are set, in the order in which they came.</summary>
    public IReadOnlyList<string> Names => [.. Ask(ManagerVerb.Keys, () => $"{Name}.Names").Select(Decode<string>)];

    internal override SlotKind Kind => SlotKind.NamespaceProxy;

    /// <summary>Reads a copy of a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    /// <exception cref="InvalidCastException">It has another type.</exception>
    public T Get<T>(string name) => As<T>(name, Ask(ManagerVerb.Get, () => At(name), Key(name))[0]);

    /// <summary>Reads a copy of a value, if it is there.</summary>
    /// <exception cref="InvalidCastException">It has another type.</exception>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        ManagerAnswer answer = Invoke(ManagerVerb.Get, Key(name));
        value = answer.Status switch
        {
            ManagerStatus.Done => As<T>(name, answer.Values[0]),
            ManagerStatus.NoSuchKey => default,
            _ => throw ManagerErrors.Refused(answer, Name, At(name)),
        };
        return answer.Status == ManagerStatus.Done;
    }

    /// <summary>Sets a value. A Get and a Set are two calls.</summary>
    public void Set<T>(string name, T value) =>
        _ = Ask(ManagerVerb.Set, () => At(name), Key(name), Wire.Encode(value, At(name)));

    /// <summary>Whether the name is set at this moment.</summary>
    public bool Contains(string name) => AskNumber(ManagerVerb.Contains, Key(name)) != 0;

    /// <summary>Takes a name out: Python's <c>del</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public void Remove(string name) => _ = Ask(ManagerVerb.Remove, () => At(name), Key(name));

    /// <summary><c>NamespaceProxy(settings)</c>: asks the manager nothing.</summary>
    public override string ToString() => $"NamespaceProxy({Name})";

    private T As<T>(string name, byte[] encoded) =>
        Wire.Decode(encoded) switch
        {
            T value => value,
            null when default(T) is null => default!,
            var other => throw new InvalidCastException(
                $"{CurrentProcess.Name} read {At(name)} as {TypeNames.Of(typeof(T))}, and it is "
                    + $"{(other is null ? "null" : $"of type {TypeNames.Of(other.GetType())}")}. Read it as the type that it was set as."
            ),
        };

    private byte[] Key(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Wire.Encode(name, $"a name in {Name}");
    }

    private string At(string name) => $"{Name}.{name}";
}
