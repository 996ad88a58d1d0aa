using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Waiting on, and waking waiters of, an <see cref="int"/> in memory that several processes map.</summary>
public static unsafe class Futex
{
    // Without FUTEX_PRIVATE_FLAG: the word is shared between processes.
    private const int Wait = 0;
    private const int WakeUp = 1;

    private static readonly nint s_number = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 98 : 202;

    /// <summary>Sleeps while the word equals <paramref name="expected"/>. May return early: callers look again.</summary>
    /// <param name="word">The word, in shared memory.</param>
    /// <param name="expected">The value that means "go on sleeping".</param>
    /// <param name="nanoseconds">How long at most; negative for ever.</param>
    /// <returns><see langword="false"/> when the time passed without a wake.</returns>
    [MethodImpl(HotPath.Options)]
    public static bool WaitWhile(int* word, int expected, long nanoseconds = -1)
    {
        if (nanoseconds < 0)
        {
            _ = Libc.Futex(s_number, word, Wait, expected, null, 0, 0);
            return true;
        }
        var timeout = new Libc.Timespec
        {
            Seconds = nanoseconds / 1_000_000_000,
            Nanoseconds = nanoseconds % 1_000_000_000,
        };
        // The runtime may have changed the error number meanwhile. Then a caller looks once more, or once too early.
        return Libc.Futex(s_number, word, Wait, expected, &timeout, 0, 0) == 0
            || Marshal.GetLastSystemError() != Libc.ETIMEDOUT;
    }

    /// <summary>Wakes at most <paramref name="count"/> of those who sleep on the word.</summary>
    [MethodImpl(HotPath.Options)]
    public static void Wake(int* word, int count = 1) => Libc.Futex(s_number, word, WakeUp, count, null, 0, 0);
}
