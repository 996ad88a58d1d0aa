using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>A worker's process: a child of ours, or one that a <see cref="Place"/> keeps.</summary>
internal sealed class WorkerSeat
{
    // A shell tells how a worker ended. Student code may have killed the shell; then it is enough that the worker is gone.
    private const long PatienceWithShell = 1000;

    private readonly ChildHandle? _child;
    private readonly Place? _place;
    private readonly int _actor;
    private readonly int _id;
    private long _goneSince;

    /// <summary>A child of ours.</summary>
    public WorkerSeat(ChildHandle child) => (_child, Pid) = (child, child.Pid);

    /// <summary>One that is started in a place.</summary>
    public WorkerSeat(Place place, int actor) => (_place, _actor, _id) = (place, actor, place.Start(actor));

    /// <summary>Its process id as we see it; 0 before <see cref="Find"/> has found it.</summary>
    public int Pid { get; private set; }

    /// <summary>Learns <see cref="Pid"/> of a worker that is known to run.</summary>
    public void Find()
    {
        if (Pid == 0)
        {
            Pid = _place!.Find(_actor);
        }
    }

    /// <summary>Asks, without waiting, whether it has ended.</summary>
    public bool HasEnded(out int exitCode)
    {
        if (_place is null)
        {
            return _child!.TryReap(out exitCode);
        }
        if (_place.HasEnded(_id, out exitCode))
        {
            return true;
        }
        if (Pid == 0 || ProcessTree.Exists(Pid))
        {
            _goneSince = 0;
            return false;
        }
        _goneSince = _goneSince == 0 ? Environment.TickCount64 : _goneSince;
        return Environment.TickCount64 - _goneSince > PatienceWithShell;
    }

    /// <summary>Whether it has been killed, although nobody has been told of its end yet; only Linux tells.</summary>
    public bool IsDoomed => OperatingSystem.IsLinux() && Pid != 0 && ProcessTree.IsDoomed(Pid);

    /// <summary>Ends it at once and waits until it has ended.</summary>
    /// <returns>Its exit code, −signal.</returns>
    public int Kill()
    {
        int exitCode;
        if (_child is not null)
        {
            _child.Kill();
            _child.WaitForExit(Timeout.InfiniteTimeSpan);
            _child.TryReap(out exitCode);
            _child.Dispose();
            return exitCode;
        }
        while (!HasEnded(out exitCode))
        {
            Find();
            if (Pid != 0)
            {
                ProcessTree.Kill(Pid);
            }
            Thread.Sleep(0);
        }
        return exitCode;
    }
}
