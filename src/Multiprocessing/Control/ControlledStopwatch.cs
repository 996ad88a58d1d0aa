namespace ConcurrencyKatas.Control;

/// <summary>What <see cref="System.Diagnostics.Stopwatch"/> is in student code: the same members on <see cref="ControlledClock"/>.</summary>
public class ControlledStopwatch
{
    /// <summary>Ticks of <see cref="GetTimestamp"/> in a second: those of <see cref="TimeSpan"/>.</summary>
    public static readonly long Frequency = TimeSpan.TicksPerSecond;

    /// <summary>Always <see langword="true"/>.</summary>
    public static readonly bool IsHighResolution = true;

    private long _before;
    private long _started;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>The time it has run.</summary>
    public TimeSpan Elapsed => new(ElapsedTicks);

    /// <summary>The time it has run, in milliseconds.</summary>
    public long ElapsedMilliseconds => ElapsedTicks / TimeSpan.TicksPerMillisecond;

    /// <summary>The time it has run, in ticks of <see cref="Frequency"/>.</summary>
    public long ElapsedTicks => _before + (IsRunning ? GetTimestamp() - _started : 0);

    /// <summary>A running one.</summary>
    public static ControlledStopwatch StartNew()
    {
        var watch = new ControlledStopwatch();
        watch.Start();
        return watch;
    }

    /// <summary>The steady clock, in ticks of <see cref="Frequency"/>.</summary>
    public static long GetTimestamp() => ControlledClock.Timestamp();

    /// <summary>The time since a timestamp.</summary>
    public static TimeSpan GetElapsedTime(long startingTimestamp) => GetElapsedTime(startingTimestamp, GetTimestamp());

    /// <summary>The time between two timestamps.</summary>
    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) =>
        new(endingTimestamp - startingTimestamp);

    /// <summary>Starts, or goes on.</summary>
    public void Start()
    {
        if (!IsRunning)
        {
            _started = GetTimestamp();
            IsRunning = true;
        }
    }

    /// <summary>Stops; the time stays.</summary>
    public void Stop()
    {
        if (IsRunning)
        {
            _before += GetTimestamp() - _started;
            IsRunning = false;
        }
    }

    /// <summary>Stops and forgets the time.</summary>
    public void Reset()
    {
        IsRunning = false;
        _before = 0;
    }

    /// <summary>Forgets the time and starts.</summary>
    public void Restart()
    {
        Reset();
        Start();
    }

    /// <inheritdoc/>
    public override string ToString() => Elapsed.ToString();
}
