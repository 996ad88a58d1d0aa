using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Named pipes of one instance each, to which nobody else can connect, with overlapped calls: one end can be read and written at the
/// same time, and a read can be waited for together with other things.
/// </summary>
internal sealed unsafe class WindowsPipes : IPipes
{
    private const uint Reads = 0x8000_0000;
    private const uint Writes = 0x4000_0000;
    private const uint OpenExisting = 3;
    private const uint Overlapped = 0x4000_0000;

    // Whoever opened the other end could not act in our name.
    private const uint Anonymous = 0x0010_0000;
    private const uint FirstInstance = 0x0008_0000;
    private const uint Inbound = 1;
    private const uint Duplex = 3;
    private const uint RefuseRemoteClients = 8;

    // As many as a pipe of Linux holds.
    private const uint Capacity = 64 * 1024;

    /// <inheritdoc/>
    public (int Reader, int Writer) Create() => Create(Inbound, Writes);

    /// <inheritdoc/>
    public (int First, int Second) CreateDuplex() => Create(Duplex, Reads | Writes);

    /// <inheritdoc/>
    public int Read(int descriptor, byte* start, int count)
    {
        while (true)
        {
            Kernel32.Overlapped call = new() { Event = ThreadEvent.Handle };
            uint read = 0;
            bool done = IsDone(
                Kernel32.ReadFile(descriptor, start, (uint)count, null, &call),
                descriptor,
                &call,
                &read
            );
            int error = done ? 0 : Marshal.GetLastPInvokeError();
            if (IsEnd(error))
            {
                return 0;
            }
            if (!done)
            {
                throw SystemFailure.Of("Cannot read from a pipe", error);
            }
            if (read > 0 || count == 0)
            {
                return (int)read;
            }
        }
    }

    /// <inheritdoc/>
    public bool Write(int descriptor, byte* start, int count)
    {
        for (uint sent = 0; sent < count; )
        {
            Kernel32.Overlapped call = new() { Event = ThreadEvent.Handle };
            uint written = 0;
            int begun = Kernel32.WriteFile(descriptor, start + sent, (uint)count - sent, null, &call);
            bool done = IsDone(begun, descriptor, &call, &written);
            int error = done ? 0 : Marshal.GetLastPInvokeError();
            if (IsEnd(error))
            {
                return false;
            }
            if (!done)
            {
                throw SystemFailure.Of("Cannot write to a pipe", error);
            }
            sent += written;
        }
        return true;
    }

    /// <inheritdoc/>
    public bool[] WaitAny(ReadOnlySpan<int> descriptors, long timeout)
    {
        using var wait = new WindowsWait(descriptors);
        return wait.For(timeout);
    }

    /// <inheritdoc/>
    public void Close(int descriptor) => _ = Kernel32.CloseHandle(descriptor);

    /// <summary>Whether a call failed because the other end is closed.</summary>
    public static bool IsEnd(int error) =>
        error is Kernel32.BrokenPipe or Kernel32.NoData or Kernel32.PipeNotConnected or Kernel32.HandleEof;

    private static bool IsDone(int begun, int descriptor, Kernel32.Overlapped* call, uint* moved) =>
        (begun != 0 || Marshal.GetLastPInvokeError() == Kernel32.IoPending)
        && Kernel32.GetOverlappedResult(descriptor, call, moved, wait: 1) != 0;

    private static (int, int) Create(uint direction, uint access)
    {
        fixed (char* name = $@"\\.\pipe\concurrency-katas-{Guid.NewGuid():N}")
        {
            nint first = Kernel32.CreateNamedPipe(
                name,
                direction | Overlapped | FirstInstance,
                RefuseRemoteClients,
                1,
                Capacity,
                Capacity,
                0,
                null
            );
            if (first == -1)
            {
                throw SystemFailure.Of("Cannot make a pipe");
            }
            nint second = Kernel32.CreateFile(name, access, 0, null, OpenExisting, Overlapped | Anonymous, 0);
            if (second == -1)
            {
                int error = Marshal.GetLastPInvokeError();
                _ = Kernel32.CloseHandle(first);
                throw SystemFailure.Of("Cannot make a pipe", error);
            }
            return (Handles.Number(first), Handles.Number(second));
        }
    }
}
