using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Shared memory by a file descriptor.</summary>
internal abstract unsafe class PosixSegments : ISegments
{
    private const int ReadWrite = 1 | 2;
    private const int Shared = 1;

    /// <inheritdoc/>
    public abstract int Create(long length);

    /// <inheritdoc/>
    public byte* Map(int descriptor, long offset, long length)
    {
        nint address = Libc.MMap(0, (nint)length, ReadWrite, Shared, descriptor, offset);
        return address == -1 ? null : (byte*)address;
    }

    /// <inheritdoc/>
    public void Unmap(byte* start, long length) => _ = Libc.MUnmap((nint)start, (nint)length);

    /// <inheritdoc/>
    public bool SetLength(int descriptor, long length) => Libc.FTruncate(descriptor, length) == 0;

    /// <inheritdoc/>
    public nint Write(int descriptor, byte* start, nint count, long offset)
    {
        nint written;
        do
        {
            written = Libc.WriteAt(descriptor, start, count, offset);
        } while (written < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        return written;
    }

    /// <inheritdoc/>
    public nint Read(int descriptor, byte* start, nint count, long offset)
    {
        nint read;
        do
        {
            read = Libc.ReadAt(descriptor, start, count, offset);
        } while (read < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        return read;
    }

    /// <inheritdoc/>
    public abstract bool Discard(int descriptor, long offset, long length);

    /// <inheritdoc/>
    public abstract void Discard(byte* start, long length);

    /// <inheritdoc/>
    public void Close(int descriptor) => _ = Libc.Close(descriptor);
}
