namespace ConcurrencyKatas.Control;

/// <summary>What pipes, for real or in controlled runs, and the arbiter's model of them have to agree on.</summary>
public static class ControlledPipe
{
    /// <summary>Bytes that wait in one direction at most, each message with its header: as many as a pipe of Linux holds.</summary>
    public const int Capacity = 64 * 1024;

    /// <summary>Bytes of a message's header.</summary>
    public const int Header = 4;

    /// <summary>The value of a decision about a Receive in the middle of which another process was.</summary>
    public const long Torn = -2;

    /// <summary>The initial value of a pipe's slot: its capacity, and whether it is duplex.</summary>
    public static int Describe(bool isDuplex, int capacity = Capacity) => (capacity << 1) | (isDuplex ? 1 : 0);

    /// <summary>Whether a pipe with this initial value is duplex.</summary>
    public static bool IsDuplex(int initial) => (initial & 1) != 0;

    /// <summary>How many bytes wait in one direction of a pipe with this initial value at most.</summary>
    public static int CapacityOf(int initial) => initial >> 1;

    /// <summary>How an end of a pipe is called.</summary>
    public static string NameOf(string pipe, int end, bool isDuplex) =>
        (end, isDuplex) switch
        {
            (0, true) => $"{pipe}.First",
            (_, true) => $"{pipe}.Second",
            (0, _) => $"{pipe}.Reader",
            _ => $"{pipe}.Writer",
        };
}
