using System.Globalization;
using System.Reflection;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Agent;

namespace ConcurrencyKatas.Worker;

/// <summary>The main process of a run for real: calls the kata's entry method once; the operating system schedules.</summary>
internal static class RealMain
{
    /// <summary>The command-line word that asks for it.</summary>
    public const string Switch = "--real";

    /// <summary>Descriptors at which the segment and the owner's sentinel are found.</summary>
    private const int SegmentDescriptor = 3;
    private const int SentinelDescriptor = 5;

    /// <summary>Runs it if the arguments ask for it: parent's id, segment's length, assembly, entry, arguments in base 64.</summary>
    public static int? TryRun(string[] args)
    {
        if (args is not [Switch, var parent, var length, var assembly, var entry, var arguments])
        {
            return null;
        }
        int sentinel = ChildGuard.Inherited(SentinelDescriptor);
        ChildGuard.DieWithSentinel(sentinel);
        ChildGuard.DieWithParent(int.Parse(parent, CultureInfo.InvariantCulture));
        DebugGate.Wait();
        var memory = SharedMemory.Map(
            ChildGuard.Inherited(SegmentDescriptor),
            long.Parse(length, CultureInfo.InvariantCulture)
        );
        var session = Session.Attach(memory, sentinel);
        session.Become(session.RegisterProcess(Environment.ProcessId, -1, "main"));
        EventLog.Record(new Operation(OperationKind.Begin, Text: "main"));

        var submission = LoadedSubmission.From(assembly);
        ProcessPayload.AssemblyResolver = submission.Resolve;
        ProcessPayload.AssemblyPaths[submission.Id] = assembly;
        submission.ResetStatics();
        return Run(submission.Entry(entry), Convert.FromBase64String(arguments));
    }

    private static int Run(MethodInfo entry, byte[] arguments)
    {
        int exitCode = 0;
        CurrentProcess.BeginMain();
        try
        {
            Call(entry, arguments);
        }
        catch (Exception problem)
        {
            Console.Error.Write($"Process main:\n{StudentTrace.Of(problem, entry.Module.Assembly)}");
            exitCode = 1;
        }
        CurrentProcess.EndChildren();
        return exitCode;
    }

    private static void Call(MethodInfo entry, byte[] arguments)
    {
        var values = (object?[])Wire.Decode(arguments)!;
        object? returned = entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null);
        CurrentProcess.RecordRemaining();
        EventLog.Record(new Operation(OperationKind.Return, Text: Convert.ToBase64String(Wire.Encode(returned))));
    }
}
