using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Waiting on, and waking waiters of, an <see cref="int"/> in memory that several processes map. The name is Linux's; every system
/// has something that does the same.
/// </summary>
/// <remarks>Twice for every point of a controlled run: on Linux the compiler sees which system it is, and nothing is asked.</remarks>
public static unsafe class Futex
{
    /// <summary>Sleeps while the word equals <paramref name="expected"/>. May return early: callers look again.</summary>
    /// <param name="word">The word, in shared memory.</param>
    /// <param name="expected">The value that means "go on sleeping".</param>
    /// <param name="nanoseconds">How long at most; negative for ever.</param>
    /// <returns><see langword="false"/> when the time passed without a wake.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WaitWhile(int* word, int expected, long nanoseconds = -1) =>
        OperatingSystem.IsLinux()
            ? LinuxWords.Sleep(word, expected, nanoseconds)
            : OperatingSystemPlatform.Current.Words.WaitWhile(word, expected, nanoseconds);

    /// <summary>Wakes at most <paramref name="count"/> of those who sleep on the word; others may wake as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Wake(int* word, int count = 1)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxWords.Rouse(word, count);
        }
        else
        {
            OperatingSystemPlatform.Current.Words.Wake(word, count);
        }
    }
}
