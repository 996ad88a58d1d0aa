using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Starts the program of a child process and tells it what to run.</summary>
internal static class ChildStart
{
    public static RealChild Start(Process process, WireWriter payload)
    {
        Session session = Session.Current;
        IPlatform platform = OperatingSystemPlatform.Current;
        bool hasSentinel = session.SentinelDescriptor >= 0;
        var paths = ChildRequest.PathsOf(payload.Assemblies);
        var spawn = new SpawnRequest
        {
            FileName = ChildCommand.Host,
            Arguments = ChildCommand.Arguments,
            Environment = ChildCommand.Variables(),
        };
        using var pipe = Pipe.Create();
        spawn = spawn with
        {
            Descriptors =
            [
                new PassedDescriptor(session.Memory.Descriptor, ChildRequest.SegmentDescriptor),
                new PassedDescriptor(pipe.ReadEnd, ChildRequest.RequestDescriptor),
                .. hasSentinel
                    ? [new PassedDescriptor(session.SentinelDescriptor, ChildRequest.SentinelDescriptor)]
                    : Array.Empty<PassedDescriptor>(),
            ],
        };
        int slot = session.RegisterProcess(0, session.Self, process.Name);
        ChildHandle child;
        try
        {
            child = platform.Spawn(spawn);
        }
        catch
        {
            session.Processes.Ended(slot, -1);
            throw;
        }
        session.Processes.Started(slot, child.Pid);
        EventLog.Append(session, OperationKind.Start, session.Self, Environment.ProcessId, child.Pid, process.Name);
        // The child waits for this, so its Begin comes after the Start above.
        var request = new ChildRequest(slot, session.Memory.Length, hasSentinel, paths, payload.ToArray());
        pipe.CloseReadEnd();
        pipe.Send(request.Encode());
        return new RealChild(child, session, slot, process.Name);
    }
}
