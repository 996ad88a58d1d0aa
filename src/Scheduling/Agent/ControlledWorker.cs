using System.Globalization;
using System.Reflection;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>
/// A warm worker process of the arbiter: loads a submission and, run after run, is one of its actors. It ends when it is
/// told to or when its parent dies. Student code that is on its stack when a run ends is unwound.
/// </summary>
public static class ControlledWorker
{
    /// <summary>The command-line word that asks for a controlled worker.</summary>
    public const string Switch = "--controlled";

    /// <summary>Descriptor at which the worker finds the segment of the primitives.</summary>
    public const int SegmentDescriptor = 3;

    /// <summary>Descriptor at which the worker finds the channel.</summary>
    public const int ChannelDescriptor = 4;

    /// <summary>The parent's process id of a worker that need not watch it: the place in which it is ends with the parent.</summary>
    public const int Unguarded = 0;

    /// <summary>Runs the worker if the arguments ask for one.</summary>
    /// <param name="args"><see cref="Switch"/>, the parent's process id, the actor's number, the segment's length.</param>
    /// <returns>The exit code, or null when the arguments ask for something else.</returns>
    public static int? TryRun(string[] args)
    {
        if (args is not [Switch, var parent, var actor, var length])
        {
            return null;
        }
        if (int.Parse(parent, CultureInfo.InvariantCulture) is not Unguarded and var pid)
        {
            ChildGuard.DieWithParent(pid);
        }
        var channel = SharedMemory.Map(ChildGuard.Inherited(ChannelDescriptor), ChannelLayout.Length);
        long bytes = long.Parse(length, CultureInfo.InvariantCulture);
        Session.Attach(SharedMemory.Map(ChildGuard.Inherited(SegmentDescriptor), bytes));
        var agent = new ActorAgent(channel, int.Parse(actor, CultureInfo.InvariantCulture));
        Seam.Controller = agent;
        Serve(agent);
        return 0;
    }

    private static void Serve(ActorAgent agent)
    {
        LoadedSubmission? submission = null;
        var state = ActorState.Idle;
        string? complaint = null;
        var sent = new SentSubmission();
        SentSubmission loaded = sent;
        while (true)
        {
            (Command command, string text, byte[] payload) = agent.WaitForCommand(state, complaint);
            state = ActorState.Idle;
            complaint = null;
            switch (command)
            {
                case Command.Load:
                    (loaded, sent) = (sent, new SentSubmission());
                    (submission, complaint) = Load(loaded, text, submission, agent);
                    state = complaint is null ? ActorState.Idle : ActorState.Failed;
                    break;
                case Command.LoadAgain:
                    (submission, complaint) = Load(loaded, text, submission, agent);
                    state = complaint is null ? ActorState.Idle : ActorState.Failed;
                    break;
                case Command.Image:
                    sent.Image.Write(payload);
                    break;
                case Command.Symbols:
                    sent.Symbols.Write(payload);
                    break;
                case Command.RunMain:
                    agent.Register("main");
                    submission!.ResetStatics();
                    UntilEnded(() => RunMain(submission, text, payload, agent));
                    break;
                case Command.RunChild:
                    agent.Register(text);
                    submission!.ResetStatics();
                    UntilEnded(() => RunChild(submission, text, payload, agent));
                    break;
                default:
                    return;
            }
        }
    }

    private static (LoadedSubmission?, string?) Load(
        SentSubmission sent,
        string name,
        LoadedSubmission? previous,
        ActorAgent agent
    )
    {
        previous?.Unload();
        agent.Walker = null;
        try
        {
            var submission = sent.Load();
            agent.Walker = new StackWalker(submission.Assembly);
            ProcessPayload.AssemblyResolver = submission.Resolve;
            return (submission, null);
        }
        catch (Exception problem)
        {
            return (null, $"Cannot load {name}: {problem.Message}");
        }
    }

    private static void RunMain(LoadedSubmission submission, string entry, byte[] arguments, ActorAgent agent)
    {
        int exitCode = 0;
        CurrentProcess.BeginMain();
        try
        {
            var values = (object?[])Wire.Decode(arguments)!;
            object? returned = submission
                .Entry(entry)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null);
            agent.Arrive(new Operation(OperationKind.Return, Payload: Wire.Encode(returned)));
            CurrentProcess.EndChildren();
        }
        catch (Exception problem)
        {
            exitCode = Report("main", problem, submission, agent);
            if (problem is not ModelMismatchException)
            {
                CurrentProcess.TerminatePools();
                CurrentProcess.EndDaemons();
            }
        }
        CurrentProcess.CloseConnections();
        agent.Arrive(new Operation(OperationKind.End, Argument: exitCode));
    }

    private static void RunChild(LoadedSubmission submission, string name, byte[] payload, ActorAgent agent)
    {
        int exitCode = RunTarget(submission, name, payload, agent);
        CurrentProcess.CloseConnections();
        agent.Arrive(new Operation(OperationKind.End, Argument: exitCode));
    }

    private static void UntilEnded(Action run)
    {
        try
        {
            run();
        }
        catch (ActorEndedException)
        {
            // Another actor has ended it, which was a step of that one's; or the run is over.
        }
    }

    private static int RunTarget(LoadedSubmission submission, string name, byte[] payload, ActorAgent agent)
    {
        try
        {
            ProcessPayload.Run(payload);
            return 0;
        }
        catch (Exception problem)
        {
            return Report(name, problem, submission, agent);
        }
    }

    // What Python prints: the process's name, then the trace.
    private static int Report(string name, Exception problem, LoadedSubmission submission, ActorAgent agent)
    {
        agent.Arrive(
            new Operation(
                OperationKind.Print,
                Argument: 2,
                Text: $"Process {name}:\n{StudentTrace.Of(problem, submission.Assembly)}"
            )
        );
        return 1;
    }
}
