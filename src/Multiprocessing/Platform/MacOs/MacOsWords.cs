using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>os_sync_wait_on_address, for words that several processes map. Since macOS 14.4.</summary>
internal sealed unsafe class MacOsWords : IWords
{
    private const uint Shared = 1;
    private const uint AbsoluteTime = 32;

    /// <inheritdoc/>
    public bool WaitWhile(int* word, int expected, long nanoseconds)
    {
        if (nanoseconds < 0)
        {
            _ = LibSystem.WaitOnAddress(word, (uint)expected, sizeof(int), Shared);
            return true;
        }
        // A time of nothing is refused as wrong.
        ulong time = (ulong)Math.Max(1, nanoseconds);
        return LibSystem.WaitOnAddress(word, (uint)expected, sizeof(int), Shared, AbsoluteTime, time) >= 0
            || Marshal.GetLastPInvokeError() != LibSystem.ETIMEDOUT;
    }

    /// <inheritdoc/>
    public void Wake(int* word, int count)
    {
        // One or all: there is nothing between. That nobody sleeps is no failure.
        _ = count == 1 ? LibSystem.WakeAny(word, sizeof(int), Shared) : LibSystem.WakeAll(word, sizeof(int), Shared);
    }
}
