namespace ConcurrencyKatas.Platform;

/// <summary>An event of the kernel for the one call that a thread waits for.</summary>
internal sealed unsafe class ThreadEvent
{
    [ThreadStatic]
    private static ThreadEvent? t_own;

    private readonly nint _handle = Make();

    /// <summary>The event of the calling thread.</summary>
    public static nint Handle => (t_own ??= new ThreadEvent())._handle;

    /// <summary>Makes one that stays set until it is reset.</summary>
    public static nint Make() =>
        Kernel32.CreateEvent(null, isManual: 1, isSet: 0, null) is var made and not 0
            ? made
            : throw SystemFailure.Of("Cannot make an event to wait for");

    ~ThreadEvent() => _ = Kernel32.CloseHandle(_handle);
}
