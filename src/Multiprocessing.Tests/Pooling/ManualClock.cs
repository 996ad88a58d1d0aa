namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A clock that goes on only when a test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly System.Threading.Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        _ = alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Goes on, and has everybody called whose time has come.</summary>
    public void Advance(TimeSpan time)
    {
        Alarm[] due;
        lock (_gate)
        {
            _now += time.Ticks;
            due = [.. _alarms.Where(alarm => alarm.Due <= _now)];
            due.ToList().ForEach(alarm => _alarms.Remove(alarm));
        }
        Array.ForEach(due, static alarm => alarm.Call());
    }

    private sealed class Alarm(ManualClock clock, Action call) : ITimer
    {
        public long Due { get; private set; }

        public Action Call => call;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _ = clock._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime.Ticks;
                    clock._alarms.Add(this);
                }
                return true;
            }
        }

        public void Dispose() => _ = Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
