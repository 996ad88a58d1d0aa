using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Something in a manager's server that callers can wait for. It is asked as the arbiter's models are: whether an operation can
/// be done at once, and to do it; so a call is the same operation for real and in a controlled run.
/// </summary>
/// <remarks>
/// A caller waits in the thread that serves its connection, and looks now and then whether it is still there: who is killed while
/// it waits takes nothing.
/// </remarks>
internal abstract class ServedObject
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();

    /// <summary>What is at a slot that a manager's maker filled.</summary>
    /// <returns><see langword="null"/> for a kind that nobody waits for, or when something else is there.</returns>
    public static ServedObject? Create(SlotKind kind, int offset)
    {
        if (!NamedSlot.Holds(kind, offset))
        {
            return null;
        }
        (int initial, int maximum) = NamedSlot.ValuesOf(offset);
        return kind switch
        {
            SlotKind.LockProxy or SlotKind.RLockProxy => new ServedLock(
                kind == SlotKind.RLockProxy,
                isReported: initial != (int)Abandoned.Blocks
            ),
            SlotKind.SemaphoreProxy or SlotKind.BoundedSemaphoreProxy => new ServedSemaphore(initial, maximum),
            SlotKind.EventProxy => new ServedEvent(),
            SlotKind.BarrierProxy => new ServedBarrier(initial),
            SlotKind.QueueProxy or SlotKind.JoinableQueueProxy => new ServedQueue(maximum),
            _ => null,
        };
    }

    /// <summary>Does an operation, as soon as that is possible or its time is over.</summary>
    /// <returns><see langword="null"/> when the client is gone; then nothing was done.</returns>
    public ManagerAnswer? Perform(ServedClient client, in ServedOperation operation)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            long ticket = operation.Ticket != 0 ? operation.Ticket : TicketFor(operation);
            bool waited = false;
            while (!IsEnabled(client, operation, ticket))
            {
                TimeSpan passed = Stopwatch.GetElapsedTime(start);
                if (IsOver(operation.Timeout, passed) && MayTimeOut(client, operation))
                {
                    GiveUp(client, operation);
                    Monitor.PulseAll(_gate);
                    return Answer(new Decision(Outcome.TimedOut));
                }
                if (IsOver(operation.Slice, passed))
                {
                    return new ManagerAnswer(ManagerStatus.NotYet, [Wire.Encode(ticket)]);
                }
                if (client.HasGone)
                {
                    return null;
                }
                _ = Monitor.Wait(_gate, Rest(operation, passed));
                waited = true;
            }
            if (waited && client.HasGone)
            {
                return null;
            }
            Decision decision = Do(client, operation);
            Monitor.PulseAll(_gate);
            return Answer(decision);
        }
    }

    /// <summary>A connection has ended: what it left behind here is put in order.</summary>
    public void Forget(ServedClient client)
    {
        lock (_gate)
        {
            Leave(client);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Something to say about it.</summary>
    public ManagerAnswer Describe(ManagerRequest request)
    {
        lock (_gate)
        {
            return Say(request) ?? ManagerAnswer.Refused(ManagerStatus.BadCall);
        }
    }

    /// <summary>Whether it can be done at once; an unknown operation can, and is refused.</summary>
    private protected abstract bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket);

    /// <summary>Does what is enabled.</summary>
    private protected abstract Decision Do(ServedClient client, in ServedOperation operation);

    /// <summary>Whether the time-out of this wait, which is not enabled, may come.</summary>
    private protected virtual bool MayTimeOut(ServedClient client, in ServedOperation operation) => true;

    /// <summary>The time-out of this wait has come.</summary>
    private protected virtual void GiveUp(ServedClient client, in ServedOperation operation) { }

    /// <summary>What a wait that begins now has to remember.</summary>
    private protected virtual long TicketFor(in ServedOperation operation) => 0;

    /// <summary>See <see cref="Forget"/>.</summary>
    private protected virtual void Leave(ServedClient client) { }

    /// <summary>See <see cref="Describe"/>.</summary>
    private protected virtual ManagerAnswer? Say(ManagerRequest request) => null;

    /// <summary>The exception for an operation that this object does not know; the caller is told.</summary>
    private protected static InvalidOperationException Unknown(in ServedOperation operation) =>
        new($"A manager's server was asked for {operation.Kind} on an object that does not know it.");

    private static bool IsOver(long limit, TimeSpan passed) => limit >= 0 && passed.Ticks >= limit;

    private static TimeSpan Rest(in ServedOperation operation, TimeSpan passed)
    {
        long least = s_slice.Ticks;
        foreach (long limit in (ReadOnlySpan<long>)[operation.Timeout, operation.Slice])
        {
            least = limit < 0 || limit <= passed.Ticks ? least : Math.Min(least, limit - passed.Ticks);
        }
        // Monitor counts in milliseconds and would take less for none.
        return TimeSpan.FromTicks(Math.Max(least, TimeSpan.TicksPerMillisecond));
    }

    private static ManagerAnswer Answer(in Decision decision)
    {
        byte[][] numbers = [Wire.Encode((int)decision.Outcome), Wire.Encode(decision.Value)];
        return ManagerAnswer.Of(decision.Payload is { } payload ? [.. numbers, payload] : numbers);
    }
}
