using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The calls that only Linux has, or that take their arguments there as this room passes them.</summary>
public static unsafe partial class Libc
{
    internal const int EAGAIN = 11;
    internal const int ETIMEDOUT = 110;
    internal const int CloseOnExecFlag = 0x80000;

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    internal static partial int MemfdCreate(byte* name, uint flags);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    internal static partial int MAdvise(nint address, nint length, int advice);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    internal static partial int FAllocate(int fd, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    internal static partial int Pipe2(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FControl(int fd, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    internal static partial int WaitId(int idType, int id, SignalInfo* info, int options);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int ProcessControl(int operation, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    internal static partial int SetAffinity(int threadId, nint size, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    internal static partial int GetAffinity(int threadId, nint size, ulong* mask);

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    internal static partial int ProcessClock(int pid, int* clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    internal static partial int ClockTime(int clock, Timespec* time);

    // Twice for every point of a controlled run, so without the bookkeeping of SetLastError; see Futex.WaitWhile.
    [LibraryImport("libc", EntryPoint = "syscall")]
    internal static partial nint Futex(
        nint number,
        int* word,
        int operation,
        int value,
        Timespec* timeout,
        nint word2,
        int value3
    );

    // To wake never waits, and takes less than the runtime's bookkeeping of who is elsewhere would.
    [LibraryImport("libc", EntryPoint = "syscall")]
    [SuppressGCTransition]
    internal static partial nint FutexWake(nint number, int* word, int operation, int count);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint OpenPidDescriptor(nint number, int pid, uint flags);

    /// <summary>The part of C's <c>siginfo_t</c> that describes a child.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    internal struct SignalInfo
    {
        [FieldOffset(8)]
        public int Code;

        [FieldOffset(16)]
        public int Pid;

        [FieldOffset(24)]
        public int Status;
    }
}
