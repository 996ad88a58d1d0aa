using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A child of this process. Until it is reaped its id stays taken, so a signal never reaches a stranger. All members
/// may be called from any thread.
/// </summary>
public sealed class ChildHandle : IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private readonly IChild _child;
    private int? _exitCode;
    private int _waiters;
    private bool _closed;
    private bool _childClosed;

    internal ChildHandle(int pid, IChild child, SafeFileHandle? output, SafeFileHandle? error)
    {
        Pid = pid;
        _child = child;
        (Output, Error) = (output, error);
    }

    /// <summary>Its process id.</summary>
    public int Pid { get; }

    /// <summary>What it writes to standard output, if that was asked for.</summary>
    public SafeFileHandle? Output { get; }

    /// <summary>What it writes to standard error, if that was asked for.</summary>
    public SafeFileHandle? Error { get; }

    /// <summary>Asks, without waiting, whether it has ended; the first positive answer reaps it. Not after <see cref="Dispose"/>.</summary>
    /// <param name="exitCode">Its exit code, or −signal.</param>
    public bool TryReap(out int exitCode)
    {
        lock (_gate)
        {
            if (_exitCode is null && !_childClosed && _child.TryReap(out int code))
            {
                _exitCode = code;
                CloseIfUnused();
            }
            exitCode = _exitCode ?? 0;
            return _exitCode is not null;
        }
    }

    /// <summary>Waits until it has ended, and reaps it.</summary>
    /// <param name="timeout">How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever, other negatives are 0.</param>
    /// <returns>Whether it has ended.</returns>
    public bool WaitForExit(TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        bool forever = timeout == Timeout.InfiniteTimeSpan;
        lock (_gate)
        {
            if (_exitCode is not null)
            {
                return true;
            }
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiters++;
        }
        try
        {
            while (!TryReap(out _))
            {
                double left = forever ? -1 : (timeout - Stopwatch.GetElapsedTime(start)).TotalMilliseconds;
                if (!forever && left <= 0)
                {
                    return false;
                }
                _child.Wait(forever ? -1 : (int)Math.Min(Math.Ceiling(left), int.MaxValue));
            }
            return true;
        }
        finally
        {
            lock (_gate)
            {
                _waiters--;
                CloseIfUnused();
            }
        }
    }

    /// <summary>
    /// Sends it a signal; nothing happens once it has been reaped, or this was disposed of. Where the system has no signals it is ended at once, and its
    /// exit code is −N.
    /// </summary>
    public void Kill(int signal = Signals.Kill)
    {
        if (signal == Signals.Kill && LastCounts.AreWanted && !_closed)
        {
            LastCounts.AskFor(this);
        }
        lock (_gate)
        {
            if (_exitCode is null && !_childClosed)
            {
                _child.Kill(signal);
            }
        }
    }

    /// <summary>
    /// Kills the process group that it leads, also after its end: the group may have other members. Only for a child that
    /// was started with process group 0.
    /// </summary>
    public void KillGroup() => _child.KillGroup();

    /// <summary>Ids of the processes of the group that it leads which still run; it itself does not count.</summary>
    public int[] GroupMembers() => _child.GroupMembers();

    /// <summary>Closes the pipes. The child itself is neither ended nor reaped.</summary>
    public void Dispose()
    {
        Output?.Dispose();
        Error?.Dispose();
        lock (_gate)
        {
            _closed = true;
            CloseIfUnused();
        }
    }

    // Under the lock. What is waited for must not be closed meanwhile: its number could be given out again.
    private void CloseIfUnused()
    {
        if ((_exitCode is not null || _closed) && _waiters == 0 && !_childClosed)
        {
            _childClosed = true;
            _child.Close();
        }
    }
}
