using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// An array that processes share; its length is fixed. Each element is read and written in one step; the array has a lock
/// of its own, for what takes more than one.
/// </summary>
/// <typeparam name="T">A type without references: numbers, bool, char, enums, DateTime, structs of these.</typeparam>
public sealed class SharedArray<T> : SharedObject
    where T : unmanaged
{
    /// <summary>How many bytes an array may have.</summary>
    public const long MaximumBytes = 1L << 30;

    private Cells<T> _cells;

    /// <summary>Makes an array of zeros.</summary>
    /// <param name="length">How many elements; their bytes are at most <see cref="MaximumBytes"/>.</param>
    /// <param name="name">Its name in messages and traces; by default <c>SharedArray-1</c>…</param>
    public SharedArray(int length, string? name = null)
        : base(SlotKind.SharedArray, 0, Checked(length), Place(length), name)
    {
        Lock = new RLock($"{Name}'s lock");
        Field(SharedLayout.ElementSize) = Unsafe.SizeOf<T>();
        Field(SharedLayout.Lock) = Lock.Offset;
        Length = length;
        _cells = Find();
    }

    /// <summary>Makes an array with a copy of some values.</summary>
    /// <param name="values">What is in it at first.</param>
    /// <param name="name">Its name in messages and traces; by default <c>SharedArray-1</c>…</param>
    public SharedArray(IEnumerable<T> values, string? name = null)
        : this(Copied(values), name) { }

    private SharedArray(T[] values, string? name)
        : this(values.Length, name) => _cells.Begin(values);

    /// <summary>How many elements there are.</summary>
    public int Length { get; private set; }

    /// <summary>A lock for whoever needs several steps to be one. Nothing takes it by itself.</summary>
    public RLock Lock { get; private set; }

    internal override SlotKind Kind => SlotKind.SharedArray;

    internal Cells<T> Cells => _cells;

    /// <summary>
    /// Reads an element, or replaces it. Each is one step and does not wait for <see cref="Lock"/>; <c>+=</c> is two.
    /// <c>[^1]</c> is the last one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T this[int index]
    {
        get => _cells.Read(Within(index));
        set => _cells.Write(Within(index), value);
    }

    /// <summary>Holds <see cref="Lock"/> until the end of a <c>using</c> block.</summary>
    public Acquirable.Scope Enter() => Lock.Enter();

    /// <summary>A copy, read element by element; others may write meanwhile unless everybody holds the lock.</summary>
    public T[] ToArray()
    {
        var copy = new T[Length];
        for (int index = 0; index < copy.Length; index++)
        {
            copy[index] = _cells.Read(index);
        }
        return copy;
    }

    /// <summary><c>SharedArray(scores, length: 3)</c>.</summary>
    public override string ToString() => $"SharedArray({Name}, length: {Length})";

    internal int Within(int index) =>
        (uint)index < (uint)Length
            ? index
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                $"{Name} has {Length} elements, with indexes from 0 to {Length - 1}. Count from the end with [^1]."
            );

    private protected override bool Attach()
    {
        Length = Field(SlotLayout.Maximum);
        if (
            Field(SharedLayout.ElementSize) != Unsafe.SizeOf<T>()
            || Length < 0
            || Primitive.FromSlot(SlotKind.RLock, Field(SharedLayout.Lock)) is not RLock gate
        )
        {
            return false;
        }
        (Lock, _cells) = (gate, Find());
        return true;
    }

    private static T[] Copied(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values];
    }

    private static int Checked(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return length <= MaximumBytes / Unsafe.SizeOf<T>()
            ? length
            : throw new ArgumentOutOfRangeException(
                nameof(length),
                length,
                $"{length:N0} elements of {Unsafe.SizeOf<T>()} bytes are more than {MaximumBytes >> 20} MiB, which is what a "
                    + "SharedArray may have. Share them out over several arrays."
            );
    }

    // What cannot travel is refused here.
    private static int Place(int length)
    {
        _ = Wire.Encode(default(T), "an element");
        return Seam.Controller is null ? CellMemory<T>.Allocate(length) : 0;
    }

    private Cells<T> Find() =>
        new(Offset, Field(SharedLayout.Block) is var block and not 0 ? CellMemory<T>.At(block, Length) : null);
}
