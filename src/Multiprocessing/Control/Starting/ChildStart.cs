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
        var paths = ChildRequest.PathsOf(payload.Assemblies);
        IReadOnlyList<PassedDescriptor> own = [.. process.Descriptors, .. payload.Connections?.Descriptors ?? []];
        slot = session.RegisterProcess(0, session.Self, process.Name);
        var request = new ChildRequest(slot, session.Memory.Length, HasSentinel(session), paths, payload.ToArray());
        try
        {
            Spare? spare = output == SpawnOutput.Inherit ? Spares.Take(paths) : null;
            ChildHandle child = spare is null
                ? Spawn(
                    request,
                    own,
                    ChildCommand.Variables(),
                    output,
                    pid => Enter(session, request, process.Name, pid)
                )
                : spare.Use(request, own, pid => Enter(session, request, process.Name, pid));
            GC.KeepAlive(payload); // Its connections must not be closed, by nobody's using them, before they are inherited.
            Spares.Prepare(paths);
            return child;
        }
        catch
        {
            session.Processes.Ended(slot, -1);
            throw;
        }
    }

    /// <summary>Starts the program, and tells it what to run.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="own">What it gets besides what every child gets.</param>
    /// <param name="variables">Its environment.</param>
    /// <param name="output">Where its output goes.</param>
    /// <param name="started">Called with its id before it is told.</param>
    internal static ChildHandle Spawn(
        ChildRequest request,
        IReadOnlyList<PassedDescriptor> own,
        IReadOnlyDictionary<string, string> variables,
        SpawnOutput output,
        Action<int> started
    )
    {
        Session session = Session.Current;
        using var pipe = DescriptorPipe.Create();
        List<PassedDescriptor> descriptors =
        [
            new(session.Memory.Descriptor, ChildRequest.SegmentDescriptor),
            new(pipe.ReadEnd, ChildRequest.RequestDescriptor),
            .. own,
        ];
        if (request.HasSentinel)
        {
            descriptors.Add(new(session.SentinelDescriptor, ChildRequest.SentinelDescriptor));
        }
        ChildHandle child = ProcessSpawner.Spawn(
            new SpawnRequest
            {
                FileName = ChildCommand.Host,
                Arguments = ChildCommand.Arguments,
                Environment = variables,
                Descriptors = descriptors,
                Output = output,
            }
        );
        started(child.Pid);
        pipe.CloseReadEnd();
        pipe.Send(request.Encode());
        return child;
    }

    /// <summary>Whether the session's children end with its owner.</summary>
    internal static bool HasSentinel(Session session) => session.SentinelDescriptor >= 0;

    // The child waits for its request, so its Begin comes after the Start that is logged here.
    private static void Enter(Session session, ChildRequest request, string name, int pid)
    {
        session.Processes.Started(request.Slot, pid);
        EventLog.Append(session, OperationKind.Start, session.Self, Environment.ProcessId, pid, name);
    }
}
