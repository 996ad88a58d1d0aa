using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>A child that is a process of the operating system.</summary>
internal sealed class RealChild(ChildHandle handle, Session session, int slot, string name) : StartedChild
{
    private int _recorded;

    public override int Id => handle.Pid;

    public override bool IsAlive => ExitCode is null;

    public override int? ExitCode
    {
        get
        {
            if (!handle.TryReap(out int code))
            {
                return null;
            }
            Record(code);
            return code;
        }
    }

    public override bool Join(long timeout)
    {
        bool ended = handle.WaitForExit(timeout < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromTicks(timeout));
        if (ended && handle.TryReap(out int code))
        {
            Record(code);
        }
        return ended;
    }

    public override void Signal(int signal) => handle.Kill(signal);

    public override void Dispose() => handle.Dispose();

    private void Record(int code)
    {
        if (Interlocked.Exchange(ref _recorded, 1) == 0)
        {
            session.Processes.Ended(slot, code);
            EventLog.Append(session, OperationKind.End, slot, handle.Pid, code, name);
        }
    }
}
