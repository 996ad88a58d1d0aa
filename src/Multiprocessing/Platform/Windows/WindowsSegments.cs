using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A temporary file that nobody else can open and that the kernel deletes with its last handle, however its processes end. It is
/// sparse, and what is written to it stays in memory while there is room. Memory behind the system's paging file could not
/// grow, which queues and pools need.
/// </summary>
/// <remarks>In front of the first byte are the segment's <see cref="WaitBuckets"/>.</remarks>
internal sealed unsafe class WindowsSegments : ISegments
{
    private const int Front = WaitBuckets.Length;
    private const uint ReadAndWrite = 0xC000_0000;
    private const uint CreateNew = 1;
    private const uint TemporaryDeletedOnClose = 0x0400_0100;
    private const uint SetSparse = 0x0009_00C4;
    private const uint SetZeroData = 0x0009_80C8;
    private const int EndOfFile = 6;
    private const uint PagesReadWrite = 4;
    private const uint MapReadWrite = 2 | 4;

    /// <inheritdoc/>
    public int Create(long length)
    {
        nint handle;
        fixed (char* path = Path.Combine(Path.GetTempPath(), $"concurrency-katas-{Guid.NewGuid():N}"))
        {
            handle = Kernel32.CreateFile(path, ReadAndWrite, 0, null, CreateNew, TemporaryDeletedOnClose, 0);
        }
        if (handle == -1)
        {
            return -1;
        }
        uint returned;
        // Where the file system knows no sparse files this fails, and they cost what they are long.
        _ = Kernel32.DeviceControl(handle, SetSparse, null, 0, null, 0, &returned, null);
        int descriptor = Handles.Number(handle);
        Guid identity = Guid.NewGuid();
        if (!SetLength(descriptor, length) || At(descriptor, (byte*)&identity, sizeof(Guid), -Front, isWrite: true) < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            Close(descriptor);
            Marshal.SetLastPInvokeError(error);
            return -1;
        }
        return descriptor;
    }

    /// <inheritdoc/>
    public byte* Map(int descriptor, long offset, long length)
    {
        if (descriptor <= 0 || length <= 0)
        {
            Marshal.SetLastPInvokeError(descriptor <= 0 ? Kernel32.InvalidHandle : Kernel32.InvalidParameter);
            return null;
        }
        long end = Front + offset + length;
        nint mapping = Kernel32.CreateFileMapping(descriptor, null, PagesReadWrite, High(end), Low(end), null);
        if (mapping == 0)
        {
            return null;
        }
        long from = offset == 0 ? 0 : Front + offset;
        byte* view = Kernel32.MapView(mapping, MapReadWrite, High(from), Low(from), (nuint)(end - from));
        int error = Marshal.GetLastPInvokeError();
        _ = Kernel32.CloseHandle(mapping); // The view keeps it.
        Marshal.SetLastPInvokeError(error);
        if (view is null)
        {
            return null;
        }
        WaitBuckets buckets =
            offset == 0 ? WaitBuckets.Of(view) : MappedSegments.BucketsOf(descriptor) ?? WaitBuckets.Own;
        byte* start = offset == 0 ? view + Front : view;
        MappedSegments.Add(descriptor, start, length, offset, buckets);
        return start;
    }

    /// <inheritdoc/>
    public void Unmap(byte* start, long length)
    {
        (long offset, WaitBuckets buckets) = MappedSegments.Remove(start);
        if (offset == 0)
        {
            buckets.Close();
        }
        _ = Kernel32.UnmapView(offset == 0 ? start - Front : start);
    }

    /// <inheritdoc/>
    public bool SetLength(int descriptor, long length)
    {
        if (length < 0)
        {
            Marshal.SetLastPInvokeError(Kernel32.InvalidParameter);
            return false;
        }
        long end = Front + length;
        return Kernel32.SetFileInformation(descriptor, EndOfFile, &end, sizeof(long)) != 0;
    }

    /// <inheritdoc/>
    public nint Write(int descriptor, byte* start, nint count, long offset) =>
        At(descriptor, start, count, offset, isWrite: true);

    /// <inheritdoc/>
    public nint Read(int descriptor, byte* start, nint count, long offset) =>
        At(descriptor, start, count, offset, isWrite: false);

    /// <inheritdoc/>
    public bool Discard(int descriptor, long offset, long length)
    {
        if (offset < 0 || length <= 0)
        {
            Marshal.SetLastPInvokeError(Kernel32.InvalidParameter);
            return false;
        }
        // From where to where. A file system without sparse files keeps it.
        long* range = stackalloc long[] { Front + offset, Front + offset + length };
        uint returned;
        _ = Kernel32.DeviceControl(descriptor, SetZeroData, range, 2 * sizeof(long), null, 0, &returned, null);
        return true;
    }

    /// <inheritdoc/>
    public void Discard(byte* start, long length)
    {
        // Windows gives no part of a mapped file free.
    }

    /// <inheritdoc/>
    public void Close(int descriptor) => _ = Kernel32.CloseHandle(descriptor);

    private static uint High(long number) => (uint)(number >> 32);

    private static uint Low(long number) => (uint)number;

    private static nint At(int descriptor, byte* start, nint count, long offset, bool isWrite)
    {
        if (offset < 0 && count != sizeof(Guid))
        {
            Marshal.SetLastPInvokeError(Kernel32.InvalidParameter);
            return -1;
        }
        uint moved = 0;
        var overlapped = new Kernel32.Overlapped { Offset = Front + offset };
        uint wanted = (uint)Math.Min(count, 1 << 30);
        int done = isWrite
            ? Kernel32.WriteFile(descriptor, start, wanted, &moved, &overlapped)
            : Kernel32.ReadFile(descriptor, start, wanted, &moved, &overlapped);
        return done != 0 ? (nint)moved
            : !isWrite && Marshal.GetLastPInvokeError() == Kernel32.HandleEof ? 0
            : -1;
    }
}
