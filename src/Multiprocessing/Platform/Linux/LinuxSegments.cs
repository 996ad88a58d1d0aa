using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Files in memory that have no name: memfd.</summary>
internal sealed unsafe class LinuxSegments : PosixSegments
{
    private const uint CloseOnExec = 1;
    private const int Remove = 9;
    private const int KeepSize = 1;
    private const int PunchHole = 2;

    /// <inheritdoc/>
    public override int Create(long length)
    {
        int descriptor;
        fixed (byte* name = "concurrency-katas\0"u8)
        {
            descriptor = Libc.MemfdCreate(name, CloseOnExec);
        }
        if (descriptor >= 0 && !SetLength(descriptor, length))
        {
            int error = Marshal.GetLastPInvokeError();
            Close(descriptor);
            Marshal.SetLastPInvokeError(error);
            return -1;
        }
        return descriptor;
    }

    /// <inheritdoc/>
    public override bool Discard(int descriptor, long offset, long length) =>
        Libc.FAllocate(descriptor, KeepSize | PunchHole, offset, length) == 0;

    /// <inheritdoc/>
    public override void Discard(byte* start, long length) => _ = Libc.MAdvise((nint)start, (nint)length, Remove);
}
