namespace ConcurrencyKatas.Platform;

/// <summary>
/// The signals that end a process. Where the system has none, it is ended all the same, and its exit code is −N by agreement.
/// </summary>
internal static class Signals
{
    /// <summary>SIGKILL.</summary>
    public const int Kill = 9;

    /// <summary>SIGTERM.</summary>
    public const int Terminate = 15;
}
