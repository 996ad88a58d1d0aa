namespace ConcurrencyKatas.Platform;

/// <summary>Exit codes of Windows in the words of other systems.</summary>
internal static class WindowsExit
{
    private const int Interrupted = -2;
    private const int Aborted = -6;
    private const int SegmentationFault = -11;

    /// <summary>
    /// The exit code, or −signal for what other systems end with a signal. Who was ended by us has −N already.
    /// </summary>
    public static int CodeOf(uint code) =>
        code switch
        {
            0xC000_0005 => SegmentationFault,
            0xC000_013A => Interrupted, // Ctrl-C
            0xC000_00FD => Aborted, // a stack overflow
            0xC000_0409 or 0x8013_1623 or 0xE043_4352 => Aborted, // FailFast, and an exception that nobody caught
            _ => unchecked((int)code),
        };
}
