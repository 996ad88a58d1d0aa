using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What shared whole numbers can do in one step, without any lock. Sums wrap around, as in Python.</summary>
public static class SharedNumbers
{
    /// <summary>Adds in one step.</summary>
    /// <returns>The sum.</returns>
    public static int Add(this Value<int> value, int delta) => Cells(value).Add(0, delta);

    /// <summary>Adds in one step.</summary>
    /// <returns>The sum.</returns>
    public static long Add(this Value<long> value, long delta) => Cells(value).Add(0, delta);

    /// <summary>Adds to an element in one step.</summary>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static int Add(this SharedArray<int> array, int index, int delta) =>
        Cells(array).Add(array.Within(index), delta);

    /// <summary>Adds to an element in one step.</summary>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static long Add(this SharedArray<long> array, int index, long delta) =>
        Cells(array).Add(array.Within(index), delta);

    /// <summary>Replaces the value if it equals <paramref name="comparand"/>, in one step.</summary>
    /// <returns>What was there; equal to <paramref name="comparand"/> exactly when it was replaced.</returns>
    public static int CompareExchange(this Value<int> target, int value, int comparand) =>
        Cells(target).CompareExchange(0, value, comparand);

    /// <summary>Replaces the value if it equals <paramref name="comparand"/>, in one step.</summary>
    /// <returns>What was there; equal to <paramref name="comparand"/> exactly when it was replaced.</returns>
    public static long CompareExchange(this Value<long> target, long value, long comparand) =>
        Cells(target).CompareExchange(0, value, comparand);

    /// <summary>Replaces an element if it equals <paramref name="comparand"/>, in one step.</summary>
    /// <returns>What was there; equal to <paramref name="comparand"/> exactly when it was replaced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static int CompareExchange(this SharedArray<int> array, int index, int value, int comparand) =>
        Cells(array).CompareExchange(array.Within(index), value, comparand);

    /// <summary>Replaces an element if it equals <paramref name="comparand"/>, in one step.</summary>
    /// <returns>What was there; equal to <paramref name="comparand"/> exactly when it was replaced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static long CompareExchange(this SharedArray<long> array, int index, long value, long comparand) =>
        Cells(array).CompareExchange(array.Within(index), value, comparand);

    private static Cells<T> Cells<T>(Value<T> value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Cells;
    }

    private static Cells<T> Cells<T>(SharedArray<T> array)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Cells;
    }
}
