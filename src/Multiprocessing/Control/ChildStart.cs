using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Starts the program of a child process and tells it what to run.</summary>
internal static class ChildStart
{
    public static RealChild Start(Process process, WireWriter payload)
    {
        ChildHandle child = Spawn(process, payload, SpawnOutput.Inherit, out int slot);
        return new RealChild(child, Session.Current, slot, process.Name);
    }

    /// <summary>Starts it, with its output where the caller wants it.</summary>
    internal static ChildHandle Spawn(Process process, WireWriter payload, SpawnOutput output, out int slot)
    {
        Session session = Session.Current;
        bool hasSentinel = session.SentinelDescriptor >= 0;
        var paths = ChildRequest.PathsOf(payload.Assemblies);
        using var pipe = DescriptorPipe.Create();
        List<PassedDescriptor> descriptors =
        [
            new(session.Memory.Descriptor, ChildRequest.SegmentDescriptor),
            new(pipe.ReadEnd, ChildRequest.RequestDescriptor),
            .. process.Descriptors,
            .. payload.Connections?.Descriptors ?? [],
        ];
        if (hasSentinel)
        {
            descriptors.Add(new(session.SentinelDescriptor, ChildRequest.SentinelDescriptor));
        }
        var spawn = new SpawnRequest
        {
            FileName = ChildCommand.Host,
            Arguments = ChildCommand.Arguments,
            Environment = ChildCommand.Variables(),
            Descriptors = descriptors,
            Output = output,
        };
        ChildHandle child = Enter(session, process.Name, spawn, out slot);
        GC.KeepAlive(payload); // Its connections must not be closed, by nobody's using them, before they are inherited.
        // The child waits for its request, so its Begin comes after the Start that has been logged.
        pipe.CloseReadEnd();
        pipe.Send(new ChildRequest(slot, session.Memory.Length, hasSentinel, paths, payload.ToArray()).Encode());
        return child;
    }

    private static ChildHandle Enter(Session session, string name, SpawnRequest spawn, out int slot)
    {
        slot = session.RegisterProcess(0, session.Self, name);
        ChildHandle child;
        try
        {
            child = ProcessSpawner.Spawn(spawn);
        }
        catch
        {
            session.Processes.Ended(slot, -1);
            throw;
        }
        session.Processes.Started(slot, child.Pid);
        EventLog.Append(session, OperationKind.Start, session.Self, Environment.ProcessId, child.Pid, name);
        return child;
    }
}
