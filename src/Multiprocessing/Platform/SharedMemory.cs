using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Memory that several processes map. It has no name anywhere: a process gets it by inheriting its descriptor, and it
/// vanishes with the last process that maps it, however that process ends.
/// </summary>
public sealed unsafe class SharedMemory : IDisposable
{
    private const uint CloseOnExec = 1;
    private const int ReadWrite = 1 | 2;
    private const int Shared = 1;
    private const int Remove = 9;
    private const int KeepSize = 1;
    private const int PunchHole = 2;

    private int _isDisposed;

    private SharedMemory(int descriptor, nint address, long length)
    {
        Descriptor = descriptor;
        Base = (byte*)address;
        Length = length;
    }

    /// <summary>The file descriptor; closed on exec unless a spawn hands it on.</summary>
    public int Descriptor { get; }

    /// <summary>Where it is mapped in this process.</summary>
    public byte* Base { get; private set; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Whether it has not been disposed of.</summary>
    internal bool IsMapped => Base is not null;

    /// <summary>Makes zeroed shared memory. Pages cost nothing until they are touched.</summary>
    public static SharedMemory Create(long length)
    {
        int descriptor;
        fixed (byte* name = "concurrency-katas\0"u8)
        {
            descriptor = Libc.MemfdCreate(name, CloseOnExec);
        }
        if (descriptor < 0 || Libc.FTruncate(descriptor, length) != 0)
        {
            throw Failure("Cannot create shared memory", length);
        }
        return Map(descriptor, length);
    }

    /// <summary>Maps memory whose descriptor this process inherited.</summary>
    public static SharedMemory Map(int descriptor, long length)
    {
        nint address = Libc.MMap(0, (nint)length, ReadWrite, Shared, descriptor, 0);
        return address == -1
            ? throw Failure($"Cannot map shared memory from descriptor {descriptor}", length)
            : new SharedMemory(descriptor, address, length);
    }

    /// <summary>Makes the memory behind it longer, or cuts it back; what is mapped here stays as it is.</summary>
    /// <param name="length">Bytes; cutting back gives memory free, and nobody may use that part meanwhile.</param>
    internal void SetLength(long length)
    {
        if (Libc.FTruncate(Descriptor, length) != 0)
        {
            throw Failure("Cannot change the length of shared memory", length);
        }
    }

    /// <summary>Maps a part that lies beyond <see cref="Length"/>. It stays mapped for as long as the process lives.</summary>
    internal byte* MapPart(long offset, long length)
    {
        nint address = Libc.MMap(0, (nint)length, ReadWrite, Shared, Descriptor, (nint)offset);
        return address == -1 ? throw Failure("Cannot map more shared memory", length) : (byte*)address;
    }

    /// <summary>Writes where nothing is mapped; the memory behind it grows as needed.</summary>
    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (long done = 0; done < bytes.Length; )
            {
                nint count = Libc.WriteAt(Descriptor, start + done, (nint)(bytes.Length - done), offset + done);
                done += Moved(count, "Cannot write to shared memory", bytes.Length);
            }
        }
    }

    /// <summary>Reads where nothing is mapped.</summary>
    internal void Read(long offset, Span<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (long done = 0; done < bytes.Length; )
            {
                nint count = Libc.ReadAt(Descriptor, start + done, (nint)(bytes.Length - done), offset + done);
                done += Moved(count, "Cannot read from shared memory", bytes.Length);
                if (count == 0)
                {
                    throw new EndOfStreamException($"Shared memory ends {bytes.Length - done:N0} bytes too early.");
                }
            }
        }
    }

    /// <summary>Gives the memory free that was written to where nothing is mapped.</summary>
    internal void Discard(long offset, long length)
    {
        if (Libc.FAllocate(Descriptor, KeepSize | PunchHole, offset, length) != 0)
        {
            throw Failure("Cannot give shared memory free", length);
        }
    }

    private static long Moved(nint count, string what, long length) =>
        count >= 0 ? count
        : Marshal.GetLastPInvokeError() == Libc.EINTR ? 0
        : throw Failure(what, length);

    /// <summary>Gives the memory behind whole pages free; they read as zero afterwards, in every process.</summary>
    internal static void Discard(byte* start, long length) => Libc.MAdvise((nint)start, (nint)length, Remove);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Of two who dispose of it, the second would close a descriptor that has become something else.
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }
        _ = Libc.MUnmap((nint)Base, (nint)Length);
        _ = Libc.Close(Descriptor);
        Base = null;
    }

    private static Win32Exception Failure(string what, long length)
    {
        int error = Marshal.GetLastPInvokeError();
        return new Win32Exception(error, $"{what} ({length} bytes): {Marshal.GetPInvokeErrorMessage(error)}.");
    }
}
