using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What a <see cref="Value{T}"/> is made of. C# allows no member to be called like the type that declares it.</summary>
/// <typeparam name="T">A type without references: numbers, bool, char, enums, DateTime, structs of these.</typeparam>
public abstract class SharedCell<T> : SharedObject
    where T : unmanaged
{
    private Cells<T> _cells;

    private protected SharedCell(T initial, string? name)
        : base(SlotKind.Value, 0, int.MaxValue, Place(initial), name)
    {
        Lock = new RLock($"{Name}'s lock");
        Field(SharedLayout.ElementSize) = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        Field(SharedLayout.Lock) = Lock.Offset;
        _cells = Find();
        _cells.Begin([initial]);
    }

    /// <summary>
    /// Reads the value, or replaces it. Each is one step and does not wait for <see cref="Lock"/>;
    /// <c>+=</c> is two: other processes may come in between, unless all of them hold the lock meanwhile.
    /// </summary>
    public T Value
    {
        get => _cells.Read(0);
        set => _cells.Write(0, value);
    }

    /// <summary>A lock for whoever needs several steps to be one. Nothing takes it by itself.</summary>
    public RLock Lock { get; private set; }

    internal override SlotKind Kind => SlotKind.Value;

    internal Cells<T> Cells => _cells;

    /// <summary>Holds <see cref="Lock"/> until the end of a <c>using</c> block.</summary>
    public Acquirable.Scope Enter() => Lock.Enter();

    /// <summary><c>Value(3)</c>. In a controlled run the name: there, reading the value is an operation.</summary>
    public override string ToString() => Seam.Controller is null ? $"Value({Value})" : $"Value({Name})";

    private protected override bool Attach()
    {
        if (
            Field(SharedLayout.ElementSize) != System.Runtime.CompilerServices.Unsafe.SizeOf<T>()
            || Primitive.FromSlot(SlotKind.RLock, Field(SharedLayout.Lock)) is not RLock gate
        )
        {
            return false;
        }
        (Lock, _cells) = (gate, Find());
        return true;
    }

    // What cannot travel is refused here, by its path.
    private static int Place(T initial)
    {
        _ = Wire.Encode(initial, "the initial value");
        return Seam.Controller is null ? CellMemory<T>.Allocate(1) : 0;
    }

    private Cells<T> Find() =>
        new(Offset, Field(SharedLayout.Block) is var block and not 0 ? CellMemory<T>.At(block, 1) : null);
}
