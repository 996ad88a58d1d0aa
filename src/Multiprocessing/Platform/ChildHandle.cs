using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A child of this process. Until it is reaped its id stays taken, so a signal never reaches a stranger. All members
/// may be called from any thread.
/// </summary>
public sealed unsafe class ChildHandle : IDisposable
{
    private const nint PidfdOpen = 434;
    private const int WaitById = 1;
    private const int Exited = 4;
    private const int NoHang = 1;
    private const int EndedByExit = 1;
    private const int NoSuchChild = 10;
    private const int NoSuchProcess = 3;
    private const short Readable = 1;

    private readonly System.Threading.Lock _gate = new();
    private readonly int _descriptor;
    private int? _exitCode;
    private int _waiters;
    private bool _closed;
    private bool _descriptorClosed;

    internal ChildHandle(int pid, int? output, int? error)
    {
        Pid = pid;
        Output = output is { } one ? new SafeFileHandle(one, true) : null;
        Error = error is { } two ? new SafeFileHandle(two, true) : null;
        _descriptor = (int)Libc.OpenPidDescriptor(PidfdOpen, pid, 0);
        if (_descriptor < 0)
        {
            int reason = Marshal.GetLastPInvokeError();
            _ = Libc.Kill(pid, Libc.SIGKILL);
            SignalInfo(0, out _);
            throw Libc.Failure($"Cannot watch process {pid} (this needs Linux 5.3 or later)", reason);
        }
    }

    /// <summary>Its process id.</summary>
    public int Pid { get; }

    /// <summary>What it writes to standard output, if that was asked for.</summary>
    public SafeFileHandle? Output { get; }

    /// <summary>What it writes to standard error, if that was asked for.</summary>
    public SafeFileHandle? Error { get; }

    /// <summary>Asks, without waiting, whether it has ended; the first positive answer reaps it.</summary>
    /// <param name="exitCode">Its exit code, or −signal.</param>
    public bool TryReap(out int exitCode)
    {
        lock (_gate)
        {
            if (_exitCode is null && SignalInfo(NoHang, out Libc.SignalInfo info))
            {
                _exitCode = info.Code == EndedByExit ? info.Status : -info.Status;
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
                var wanted = new Libc.PollDescriptor { Descriptor = _descriptor, Events = Readable };
                _ = Libc.Poll(&wanted, 1, forever ? -1 : (int)Math.Min(Math.Ceiling(left), int.MaxValue));
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

    /// <summary>Sends it a signal; nothing happens once it has been reaped.</summary>
    public void Kill(int signal = Libc.SIGKILL)
    {
        if (signal == Libc.SIGKILL && LastCounts.AreWanted && !_closed)
        {
            LastCounts.AskFor(this);
        }
        Send(Pid, signal);
    }

    /// <summary>
    /// Sends a signal to the process group that it leads, also after its end: the group may have other members. Only
    /// for a child that was started with process group 0.
    /// </summary>
    public void KillGroup(int signal = Libc.SIGKILL)
    {
        if (Libc.Kill(-Pid, signal) != 0 && Marshal.GetLastPInvokeError() != NoSuchProcess)
        {
            throw Libc.Failure($"Cannot send signal {signal} to process group {Pid}");
        }
    }

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

    private void Send(int target, int signal)
    {
        lock (_gate)
        {
            if (_exitCode is null && Libc.Kill(target, signal) != 0)
            {
                throw Libc.Failure($"Cannot send signal {signal} to process {target}");
            }
        }
    }

    // Under the lock. The descriptor must not be closed while somebody polls it: its number could be given out again.
    private void CloseIfUnused()
    {
        if ((_exitCode is not null || _closed) && _waiters == 0 && !_descriptorClosed)
        {
            _descriptorClosed = true;
            _ = Libc.Close(_descriptor);
        }
    }

    private bool SignalInfo(int options, out Libc.SignalInfo info)
    {
        Libc.SignalInfo found = default;
        int result;
        do
        {
            result = Libc.WaitId(WaitById, Pid, &found, Exited | options);
        } while (result != 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        info = found;
        if (result != 0 && Marshal.GetLastPInvokeError() == NoSuchChild)
        {
            throw new InvalidOperationException(
                $"The exit code of process {Pid} is lost: something else in this process has waited for it."
            );
        }
        return result == 0 && found.Pid == Pid;
    }
}
