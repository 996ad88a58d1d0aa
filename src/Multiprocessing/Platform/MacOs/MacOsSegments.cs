using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A temporary file that has lost its name before anybody else could open it. Shared memory of POSIX can be neither read, nor
/// written, nor made longer here, which queues and pools need.
/// </summary>
internal sealed unsafe class MacOsSegments : PosixSegments
{
    /// <inheritdoc/>
    public override int Create(long length)
    {
        string path = Path.Combine(Path.GetTempPath(), $"concurrency-katas-{Guid.NewGuid():N}");
        int descriptor;
        // C's open takes a variable number of arguments.
        using (
            SafeFileHandle file = File.OpenHandle(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete
            )
        )
        {
            File.Delete(path);
            descriptor = Duplicate(file);
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
    public override bool Discard(int descriptor, long offset, long length)
    {
        if (offset < 0 || length <= 0)
        {
            Marshal.SetLastPInvokeError(InvalidArgument);
            return false;
        }
        return true; // The call that would do it takes a variable number of arguments; the file goes with its processes.
    }

    /// <inheritdoc/>
    public override void Discard(byte* start, long length)
    {
        // Part of a mapped file is not given free.
    }

    private const int InvalidArgument = 22;

    private static int Duplicate(SafeFileHandle file)
    {
        int copy = LibSystem.Duplicate((int)file.DangerousGetHandle());
        if (copy >= 0)
        {
            _ = LibSystem.Control(copy, LibSystem.CloseOnExec);
        }
        return copy;
    }
}
