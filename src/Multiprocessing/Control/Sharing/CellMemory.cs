using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Values of one size, one after the other, in shared memory; each is read and written whole. What a processor reads in one
/// piece needs nothing more. The rest stands behind a lock and is written twice: first aside, then to its place; whoever
/// takes the lock over from a killed writer finishes the second part.
/// </summary>
internal sealed unsafe class CellMemory<T>
    where T : unmanaged
{
    // Of the header that large values have: the lock, then which value stands aside (its index + 1), then that value.
    private const int Pending = 8;
    private const int Aside = SlotLayout.Size;

    private readonly byte* _header;
    private readonly byte* _cells;

    private CellMemory(byte* start)
    {
        _header = start;
        _cells = start + HeaderSize;
    }

    private static bool IsLarge => sizeof(T) is not (1 or 2 or 4 or 8);

    private static int HeaderSize =>
        IsLarge ? Aside + ((sizeof(T) + SlotLayout.Size - 1) / SlotLayout.Size * SlotLayout.Size) : 0;

    /// <summary>Reserves memory for so many values, all of them zero.</summary>
    public static int Allocate(int length) => SharedBlock.Allocate(Bytes(length));

    /// <summary>The values in a block that another process may have made.</summary>
    public static CellMemory<T> At(int block, int length) => new(SharedBlock.At(block, Bytes(length)));

    /// <summary>Reads one.</summary>
    public T Read(int index)
    {
        byte* cell = Cell(index);
        switch (sizeof(T))
        {
            case 1:
                return Unsafe.BitCast<byte, T>(Volatile.Read(ref *cell));
            case 2:
                return Unsafe.BitCast<short, T>(Volatile.Read(ref *(short*)cell));
            case 4:
                return Unsafe.BitCast<int, T>(Volatile.Read(ref *(int*)cell));
            case 8:
                return Unsafe.BitCast<long, T>(Volatile.Read(ref *(long*)cell));
            default:
                RobustLock gate = Enter();
                T value = *(T*)cell;
                gate.Exit();
                return value;
        }
    }

    /// <summary>Writes one. As with <see cref="Interlocked"/>, whoever sees it sees all that was written before.</summary>
    public void Write(int index, T value)
    {
        byte* cell = Cell(index);
        switch (sizeof(T))
        {
            case 1:
                Volatile.Write(ref *cell, Unsafe.BitCast<T, byte>(value));
                break;
            case 2:
                Volatile.Write(ref *(short*)cell, Unsafe.BitCast<T, short>(value));
                break;
            case 4:
                _ = Interlocked.Exchange(ref *(int*)cell, Unsafe.BitCast<T, int>(value));
                break;
            case 8:
                _ = Interlocked.Exchange(ref *(long*)cell, Unsafe.BitCast<T, long>(value));
                break;
            default:
                RobustLock gate = Enter();
                *(T*)(_header + Aside) = value;
                Volatile.Write(ref *(int*)(_header + Pending), index + 1);
                Finish();
                gate.Exit();
                break;
        }
    }

    /// <summary>Adds to one, in one step; <typeparamref name="T"/> is int or long.</summary>
    /// <returns>The sum, which wraps around.</returns>
    public T Add(int index, T delta) =>
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Interlocked.Add(ref *(int*)Cell(index), Unsafe.BitCast<T, int>(delta)))
            : Unsafe.BitCast<long, T>(Interlocked.Add(ref *(long*)Cell(index), Unsafe.BitCast<T, long>(delta)));

    /// <summary>Replaces one if it equals another, in one step; <typeparamref name="T"/> is int or long.</summary>
    /// <returns>What was there.</returns>
    public T CompareExchange(int index, T value, T comparand) =>
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(
                Interlocked.CompareExchange(
                    ref *(int*)Cell(index),
                    Unsafe.BitCast<T, int>(value),
                    Unsafe.BitCast<T, int>(comparand)
                )
            )
            : Unsafe.BitCast<long, T>(
                Interlocked.CompareExchange(
                    ref *(long*)Cell(index),
                    Unsafe.BitCast<T, long>(value),
                    Unsafe.BitCast<T, long>(comparand)
                )
            );

    private static long Bytes(int length) => HeaderSize + ((long)length * sizeof(T));

    private byte* Cell(int index) => _cells + ((long)index * sizeof(T));

    private RobustLock Enter()
    {
        var gate = new RobustLock(_header);
        gate.Enter();
        Finish();
        return gate;
    }

    private void Finish()
    {
        ref int pending = ref *(int*)(_header + Pending);
        if (pending != 0)
        {
            *(T*)Cell(pending - 1) = *(T*)(_header + Aside);
            Volatile.Write(ref pending, 0);
        }
    }
}
