namespace ConcurrencyKatas.Control;

/// <summary>Limits that keep encoding and decoding from using up the stack, and decoders of hostile bytes from using up the memory.</summary>
internal static class WireLimits
{
    /// <summary>How deep values may be nested.</summary>
    public const int Depth = 256;

    /// <summary>Bytes of one message to or from a manager's server, who keeps every client's at the same time.</summary>
    public const int ManagerMessage = 64 * 1024 * 1024;

    /// <summary>Bytes that a decoder without types accepts.</summary>
    public const int NeutralBytes = 16 * 1024 * 1024;

    /// <summary>Values that a decoder without types accepts, counted as often as they are referred to.</summary>
    public const int NeutralValues = 1_000_000;

    /// <summary>The first byte of everything encoded; changes with the format.</summary>
    public const byte Version = 0xC1;
}
