using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// The calls that only macOS has. None takes a variable number of arguments, which Apple's ARM processors would take from the
/// stack; ioctl is called without any.
/// </summary>
internal static unsafe partial class LibSystem
{
    internal const int ETIMEDOUT = 60;
    internal const int EPERM = 1;

    internal const int ECONNRESET = 54;
    internal const nuint CloseOnExec = 0x2000_6601;

    [LibraryImport("libc", EntryPoint = "os_sync_wait_on_address", SetLastError = true)]
    internal static partial int WaitOnAddress(int* word, ulong expected, nuint size, uint flags);

    [LibraryImport("libc", EntryPoint = "os_sync_wait_on_address_with_timeout", SetLastError = true)]
    internal static partial int WaitOnAddress(
        int* word,
        ulong expected,
        nuint size,
        uint flags,
        uint clock,
        ulong nanoseconds
    );

    [LibraryImport("libc", EntryPoint = "os_sync_wake_by_address_any", SetLastError = true)]
    internal static partial int WakeAny(int* word, nuint size, uint flags);

    [LibraryImport("libc", EntryPoint = "os_sync_wake_by_address_all", SetLastError = true)]
    internal static partial int WakeAll(int* word, nuint size, uint flags);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    internal static partial int Pipe(int* descriptors);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    internal static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int descriptor, nuint request);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    internal static partial int WaitPid(int pid, int* status, int options);

    [LibraryImport("libc", EntryPoint = "kqueue", SetLastError = true)]
    internal static partial int Queue();

    [LibraryImport("libc", EntryPoint = "kevent", SetLastError = true)]
    internal static partial int QueueEvent(
        int queue,
        QueuedEvent* changes,
        int changed,
        QueuedEvent* events,
        int most,
        Libc.Timespec* timeout
    );

    [LibraryImport("libc", EntryPoint = "proc_listpids", SetLastError = true)]
    internal static partial int ListPids(uint kind, uint which, void* buffer, int length);

    [LibraryImport("libc", EntryPoint = "proc_pidinfo", SetLastError = true)]
    internal static partial int PidInfo(int pid, int flavor, ulong argument, void* buffer, int length);

    [LibraryImport("libc", EntryPoint = "proc_pid_rusage", SetLastError = true)]
    internal static partial int PidUsage(int pid, int flavor, void* buffer);

    [LibraryImport("libc", EntryPoint = "mach_timebase_info")]
    internal static partial int TimeBase(uint* fraction);

    /// <summary>C's <c>struct kevent</c> on 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct QueuedEvent
    {
        public nuint Identity;
        public short Filter;
        public ushort Flags;
        public uint FilterFlags;
        public nint Data;
        public nint User;
    }
}
