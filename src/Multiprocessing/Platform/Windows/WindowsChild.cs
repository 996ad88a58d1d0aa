using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A child by its handle. While the handle is open, the system keeps its id and its exit code, as those of a zombie.</summary>
internal sealed unsafe class WindowsChild : IChild
{
    private static readonly ConcurrentDictionary<int, WindowsChild> s_unreaped = new();

    private readonly System.Threading.Lock _gate = new();
    private readonly int _pid;
    private readonly nint _handle;
    private readonly WindowsJob? _group;
    private bool _isClosed;

    public WindowsChild(int pid, nint handle, WindowsJob? group)
    {
        (_pid, _handle, _group) = (pid, handle, group);
        s_unreaped[pid] = this;
    }

    /// <summary>The children of this process that have not been reaped.</summary>
    public static IReadOnlyList<ListedChild> Unreaped =>
        [.. s_unreaped.Values.Select(static child => new ListedChild(child._pid, child.IsZombie ? 'Z' : 'S'))];

    // Others than who owns it ask, at any time: a closed handle may be that of something else by then.
    private bool IsZombie
    {
        get
        {
            lock (_gate)
            {
                return _isClosed || HasEnded;
            }
        }
    }

    private bool HasEnded => Kernel32.Wait(_handle, 0) == 0;

    /// <inheritdoc/>
    public bool TryReap(out int exitCode)
    {
        exitCode = 0;
        if (!HasEnded)
        {
            return false;
        }
        uint code;
        if (Kernel32.GetExitCode(_handle, &code) == 0)
        {
            throw SystemFailure.Of($"Cannot ask how process {_pid} ended");
        }
        exitCode = WindowsExit.CodeOf(code);
        _ = s_unreaped.TryRemove(_pid, out _);
        return true;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds) =>
        _ = Kernel32.Wait(_handle, milliseconds < 0 ? Kernel32.Infinite : (uint)milliseconds);

    /// <inheritdoc/>
    public void Kill(int signal)
    {
        if (Kernel32.TerminateProcess(_handle, unchecked((uint)-signal)) != 0)
        {
            return;
        }
        int error = Marshal.GetLastPInvokeError();
        // So it is told of one that has begun to end.
        if (error != Kernel32.AccessDenied)
        {
            throw SystemFailure.Of($"Cannot end process {_pid}", error);
        }
    }

    /// <inheritdoc/>
    public void KillGroup() => _group?.Terminate();

    /// <inheritdoc/>
    public int[] GroupMembers() =>
        [.. (_group?.Members() ?? []).Where(pid => pid != _pid && !ProcessLife.HasEnded(pid))];

    /// <inheritdoc/>
    public void Close()
    {
        _ = s_unreaped.TryRemove(_pid, out _);
        lock (_gate)
        {
            _isClosed = true;
            _ = Kernel32.CloseHandle(_handle);
        }
    }
}
