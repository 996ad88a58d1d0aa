using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>A lock that lives in a manager's server. Its owner is a connection, which is a thread of a client.</summary>
/// <remarks>An owner that is killed leaves it locked, as with every lock here and in Python.</remarks>
internal sealed class ManagedLock(bool isRecursive)
{
    private const int Nobody = -1;
    private static readonly TimeSpan s_slice = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private int _owner = Nobody;
    private string _ownerName = "none";
    private int _depth;

    /// <summary>Waits until the lock is the client's, or the time is over, or the client is gone.</summary>
    public bool Acquire(ServedClient client, long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (_owner != Nobody && !(isRecursive && _owner == client.Number))
            {
                TimeSpan left = TimeSpan.FromTicks(timeout) - Stopwatch.GetElapsedTime(start);
                if ((timeout >= 0 && left <= TimeSpan.Zero) || client.HasGone)
                {
                    return false;
                }
                // Now and then it looks whether the client is still there: nobody else would tell.
                _ = Monitor.Wait(_gate, timeout < 0 || left > s_slice ? s_slice : left);
            }
            if (client.HasGone)
            {
                Monitor.Pulse(_gate); // The wake-up was meant for somebody who lives.
                return false;
            }
            (_owner, _ownerName) = (client.Number, client.Name);
            _depth++;
            return true;
        }
    }

    /// <summary>Gives it back; a plain lock may be given back by anybody.</summary>
    public ManagerAnswer Release(ServedClient client)
    {
        lock (_gate)
        {
            if (_owner == Nobody || (isRecursive && _owner != client.Number))
            {
                return ManagerAnswer.Refused(ManagerStatus.NotHeld);
            }
            if (--_depth == 0)
            {
                (_owner, _ownerName) = (Nobody, "none");
                Monitor.Pulse(_gate);
            }
            return ManagerAnswer.Nothing;
        }
    }

    /// <summary>The owner's name and how often it has taken it.</summary>
    public ManagerAnswer Describe()
    {
        lock (_gate)
        {
            return ManagerAnswer.Of(Wire.Encode(_ownerName), Wire.Encode(_depth));
        }
    }
}
