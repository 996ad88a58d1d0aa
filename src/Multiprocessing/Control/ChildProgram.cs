using System.Globalization;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The program of a child process.</summary>
public static class ChildProgram
{
    private const int Failed = 1;

    /// <summary>
    /// Runs the child that this process was started to be. The process ends by <c>_exit</c> once the caller's Main has
    /// returned and its foreground threads have ended.
    /// </summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code, or <see langword="null"/> when the arguments are not those of a child.</returns>
    public static int? TryRun(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is not [ChildCommand.Flag, var parent])
        {
            return null;
        }
        int code = Run(int.Parse(parent, CultureInfo.InvariantCulture));
        // The runtime waits for foreground threads before it raises this. It is added last, so that whatever else wants
        // to write something at the end has done so.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave(code);
        return code;
    }

    private static int Run(int parentPid)
    {
        ChildRequest request = Receive();
        int sentinel = request.HasSentinel ? ChildGuard.Inherited(ChildRequest.SentinelDescriptor) : -1;
        if (request.HasSentinel)
        {
            ChildGuard.DieWithSentinel(sentinel);
        }
        var memory = SharedMemory.Map(ChildGuard.Inherited(ChildRequest.SegmentDescriptor), request.SegmentLength);
        Session session = Session.Attach(memory, sentinel);
        Enter(request.Paths);
        if (request.IsForSpare)
        {
            request = SpareProgram.Await(request.Paths);
            Enter(request.Paths);
        }
        session.Become(request.Slot);
        DebugGate.Wait();
        ProcessEntry? entry = session.Processes.Read(request.Slot);
        EventLog.Record(new Operation(OperationKind.Begin, Text: entry?.Name));
        return Run(request.Payload, parentPid);
    }

    private static int Run(byte[] payload, int parentPid)
    {
        try
        {
            ProcessPayload.Run(payload, () => FollowParent(parentPid));
            return 0;
        }
        catch (Exception exception)
        {
            // Whatever a target throws ends its process, and says so.
            UncaughtException.Print($"Process {CurrentProcess.Name}:", exception, CurrentProcess.Self.Code);
            return Failed;
        }
    }

    private static void Enter(IReadOnlyList<AssemblyPath> paths)
    {
        foreach ((Guid version, string path) in paths)
        {
            ProcessPayload.AssemblyPaths[version] = path;
        }
    }

    // Any child may be left behind by its parent, until the session ends; a daemon may not.
    private static void FollowParent(int parentPid)
    {
        if (CurrentProcess.IsDaemon)
        {
            ChildGuard.DieWithParent(parentPid);
        }
    }

    private static ChildRequest Receive()
    {
        int descriptor = ChildGuard.Inherited(ChildRequest.RequestDescriptor);
        byte[] bytes = DescriptorPipe.Receive(descriptor);
        OperatingSystemPlatform.Current.Pipes.Close(descriptor);
        if (bytes.Length == 0)
        {
            ProcessLife.Exit(Failed); // The parent died before it could say what to run.
        }
        return ChildRequest.Decode(bytes);
    }

    private static void Leave(int code)
    {
        CurrentProcess.EndChildren();
        Console.Out.Flush();
        Console.Error.Flush();
        ProcessLife.Exit(code);
    }
}
