using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where student code reads the time: in a controlled run every clock shows <see cref="Epoch"/> plus the virtual time
/// since the run began, in UTC; otherwise they are the system's.
/// </summary>
public static class ControlledClock
{
    /// <summary>When every controlled run begins: an arbitrary, fixed moment.</summary>
    public static DateTime Epoch { get; } = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>See <see cref="DateTime.Now"/>; local time is UTC in a controlled run.</summary>
    public static DateTime Now() =>
        Seam.Controller is { } controller ? DateTime.SpecifyKind(Read(controller), DateTimeKind.Local) : DateTime.Now;

    /// <summary>See <see cref="DateTime.UtcNow"/>.</summary>
    public static DateTime UtcNow() => Seam.Controller is { } controller ? Read(controller) : DateTime.UtcNow;

    /// <summary>See <see cref="DateTime.Today"/>.</summary>
    public static DateTime Today() => Now().Date;

    /// <summary>See <see cref="DateTimeOffset.Now"/>; the offset is zero in a controlled run.</summary>
    public static DateTimeOffset OffsetNow() => Seam.Controller is null ? DateTimeOffset.Now : OffsetUtcNow();

    /// <summary>See <see cref="DateTimeOffset.UtcNow"/>.</summary>
    public static DateTimeOffset OffsetUtcNow() => new(UtcNow());

    /// <summary>See <see cref="Environment.TickCount"/>.</summary>
    public static int TickCount() => unchecked((int)TickCount64());

    /// <summary>See <see cref="Environment.TickCount64"/>; milliseconds since the run began in a controlled run.</summary>
    public static long TickCount64() =>
        Seam.Controller is null ? Environment.TickCount64 : Timestamp() / TimeSpan.TicksPerMillisecond;

    /// <summary>A steady clock in ticks of <see cref="TimeSpan"/>.</summary>
    public static long Timestamp() =>
        Seam.Controller is { } controller
            ? Elapsed(controller)
            : Stopwatch.GetElapsedTime(0, Stopwatch.GetTimestamp()).Ticks;

    private static DateTime Read(IController controller) => Epoch.AddTicks(Elapsed(controller));

    private static long Elapsed(IController controller) =>
        controller.Arrive(new Operation(OperationKind.ReadClock)).Value;
}
