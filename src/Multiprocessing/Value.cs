namespace ConcurrencyKatas;

/// <summary>
/// A single value that processes share: <c>left.Value</c> reads and writes the same memory in all of them. It has a lock of
/// its own, for what takes more than one step.
/// </summary>
/// <remarks>
/// As in Python, <c>left.Value += 1</c> is a read and a write, and loses additions of others; write
/// <c>using (left.Enter()) left.Value += 1;</c> or <c>left.Add(1)</c>.
/// </remarks>
/// <typeparam name="T">A type without references: numbers, bool, char, enums, DateTime, structs of these.</typeparam>
public sealed class Value<T> : SharedCell<T>
    where T : unmanaged
{
    /// <summary>Makes a value.</summary>
    /// <param name="initial">What it is at first.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Value-1</c>…</param>
    public Value(T initial = default, string? name = null)
        : base(initial, name) { }
}
