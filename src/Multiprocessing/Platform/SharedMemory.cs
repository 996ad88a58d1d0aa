using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Memory that several processes map. It has no name anywhere: a process gets it by inheriting its descriptor, and it
/// vanishes with the last process that maps it, however that process ends.
/// </summary>
public sealed unsafe class SharedMemory : IDisposable
{
    private int _isDisposed;

    private SharedMemory(int descriptor, nint address, long length)
    {
        Descriptor = descriptor;
        Base = (byte*)address;
        Length = length;
    }

    private static ISegments Segments => OperatingSystemPlatform.Current.Segments;

    /// <summary>Its descriptor; stays in this process unless a spawn hands it on.</summary>
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
        int descriptor = Segments.Create(length);
        if (descriptor < 0)
        {
            throw Failure("Cannot create shared memory", length);
        }
        return Map(descriptor, length);
    }

    /// <summary>Maps memory whose descriptor this process inherited.</summary>
    public static SharedMemory Map(int descriptor, long length)
    {
        byte* address = Segments.Map(descriptor, 0, length);
        return address is null
            ? throw Failure($"Cannot map shared memory from descriptor {descriptor}", length)
            : new SharedMemory(descriptor, (nint)address, length);
    }

    /// <summary>Makes the memory behind it longer; what is mapped here stays as it is.</summary>
    internal void SetLength(long length)
    {
        if (!Segments.SetLength(Descriptor, length))
        {
            throw Failure("Cannot change the length of shared memory", length);
        }
    }

    /// <summary>
    /// Gives everything beyond <see cref="Length"/> free, which nobody may use meanwhile: it reads as zero afterwards. A system that
    /// does not cut off what somebody has mapped (Windows) keeps it, and what was used is overwritten.
    /// </summary>
    /// <param name="start">Where what was used begins.</param>
    /// <param name="length">Bytes of it.</param>
    internal void CutBack(long start, long length)
    {
        if (Segments.SetLength(Descriptor, Length))
        {
            return;
        }
        byte[] nothing = new byte[1024 * 1024];
        for (long done = 0; done < length; done += nothing.Length)
        {
            Write(start + done, nothing.AsSpan(0, (int)Math.Min(nothing.Length, length - done)));
        }
    }

    /// <summary>Maps a part that lies beyond <see cref="Length"/>. It stays mapped for as long as the process lives.</summary>
    internal byte* MapPart(long offset, long length)
    {
        byte* address = Segments.Map(Descriptor, offset, length);
        return address is null ? throw Failure("Cannot map more shared memory", length) : address;
    }

    /// <summary>Writes where nothing is mapped; the memory behind it grows as needed.</summary>
    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (long done = 0; done < bytes.Length; )
            {
                nint count = Segments.Write(Descriptor, start + done, (nint)(bytes.Length - done), offset + done);
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
                nint count = Segments.Read(Descriptor, start + done, (nint)(bytes.Length - done), offset + done);
                done += Moved(count, "Cannot read from shared memory", bytes.Length);
                if (count == 0)
                {
                    throw new EndOfStreamException($"Shared memory ends {bytes.Length - done:N0} bytes too early.");
                }
            }
        }
    }

    /// <summary>Gives the memory free that was written to where nothing is mapped, where the system can.</summary>
    internal void Discard(long offset, long length)
    {
        if (!Segments.Discard(Descriptor, offset, length))
        {
            throw Failure("Cannot give shared memory free", length);
        }
    }

    private static long Moved(nint count, string what, long length) => count >= 0 ? count : throw Failure(what, length);

    /// <summary>Gives the memory behind whole pages free; nobody may need what is in it.</summary>
    internal static void Discard(byte* start, long length) => Segments.Discard(start, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Of two who dispose of it, the second would close a descriptor that has become something else.
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }
        Segments.Unmap(Base, Length);
        Segments.Close(Descriptor);
        Base = null;
    }

    private static Win32Exception Failure(string what, long length)
    {
        int error = Marshal.GetLastPInvokeError();
        return new Win32Exception(error, $"{what} ({length} bytes): {Marshal.GetPInvokeErrorMessage(error)}.");
    }
}
