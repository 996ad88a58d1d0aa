using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>A child that is an actor of a controlled run.</summary>
/// <param name="controller">Who decides.</param>
/// <param name="actor">Its number.</param>
/// <param name="isOurs">Whether only the library waits for it, so that no code of a submission runs right after that.</param>
internal sealed class ActorChild(IController controller, int actor, bool isOurs) : StartedChild
{
    /// <summary>What process ids of a controlled run begin at.</summary>
    public const int FirstId = 1000;

    private int? _exitCode;

    /// <summary>Its number.</summary>
    public int Actor => actor;

    /// <summary>Starts a process as an actor of the run.</summary>
    public static ActorChild Start(IController controller, Process process, WireWriter payload)
    {
        IReadOnlyList<PipeEnd> ends = payload.Connections?.Ends ?? [];
        if (process.IsDaemon && ends.Count > 0)
        {
            throw new NotSupportedException(
                $"The daemon {process.Name} was given an end of a pipe, which is not part of controlled runs: what a daemon has "
                    + "open when it is ended would close at that moment. Give it a queue, or make it no daemon and join it."
            );
        }
        var start = new Operation(
            OperationKind.Start,
            Object: ends.Count,
            Argument: process.IsDaemon ? Operation.Daemon
                : process.IsDetached ? Operation.Detached
                : 0,
            Text: process.Name,
            Payload: [.. payload.ToArray(), .. PipeEnd.Pack(ends)]
        );
        return new ActorChild(controller, (int)controller.Arrive(start).Value, process.IsOurs);
    }

    public override int Id => FirstId + actor;

    public override bool IsAlive => controller.Arrive(Operation.OnActor(OperationKind.IsAlive, actor)).Value != 0;

    public override int? ExitCode
    {
        get
        {
            if (_exitCode is null)
            {
                long code = controller.Arrive(Operation.OnActor(OperationKind.ExitCode, actor)).Value;
                _exitCode = code == long.MinValue ? null : (int)code;
            }
            return _exitCode;
        }
    }

    public override bool Join(long timeout) =>
        controller.Arrive(Operation.OnActor(OperationKind.Join, actor, timeout) with { IsQuiet = isOurs }).Go;

    // One operation, after which the child does nothing any more: who ends also waits for its daemons to be gone.
    public override void EndWithParent() =>
        controller.Arrive(
            Operation.OnActor(OperationKind.Terminate, actor) with
            {
                Argument = Signals.Terminate,
                IsQuiet = true,
            }
        );

    public override void Signal(int signal) =>
        throw new NotSupportedException(
            "Terminate and Kill are not part of controlled runs; the tests that run for real cover them."
        );
}
