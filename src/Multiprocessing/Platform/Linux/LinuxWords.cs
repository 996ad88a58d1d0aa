using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The system call futex.</summary>
internal sealed unsafe class LinuxWords : IWords
{
    // Without FUTEX_PRIVATE_FLAG: the word is shared between processes.
    private const int Wait = 0;
    private const int WakeUp = 1;

    private static readonly nint s_number = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 98 : 202;

    /// <summary>See <see cref="Futex.WaitWhile"/>.</summary>
    [MethodImpl(HotPath.Options)]
    public static bool Sleep(int* word, int expected, long nanoseconds)
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

    /// <summary>See <see cref="Futex.Wake"/>.</summary>
    [MethodImpl(HotPath.Options)]
    public static void Rouse(int* word, int count) => Libc.FutexWake(s_number, word, WakeUp, count);

    /// <inheritdoc/>
    public bool WaitWhile(int* word, int expected, long nanoseconds) => Sleep(word, expected, nanoseconds);

    /// <inheritdoc/>
    public void Wake(int* word, int count) => Rouse(word, count);
}
