using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A process as others see it: it runs until it ends or is ended, and then has an exit code. That its End waits for its children, as
/// Python's processes join their children that are no daemons, concerns several processes and is judged in <see cref="World"/>.
/// </summary>
/// <param name="info">The process's name.</param>
/// <param name="actor">Its number.</param>
/// <param name="parent">Who started it; −1 for main.</param>
public sealed class ProcessModel(ObjectInfo info, int actor, int parent) : Model(info)
{
    /// <summary>Its number.</summary>
    public int Actor { get; } = actor;

    /// <summary>Who started it; −1 for main.</summary>
    public int Parent { get; } = parent;

    /// <summary>The actor of the process that it is a thread of; itself when it is a process.</summary>
    public int Process { get; init; } = actor;

    /// <summary>Whether it is ended with the one that started it, and not waited for.</summary>
    public bool IsDaemon { get; init; }

    /// <summary>Its exit code; null while it runs.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => ExitCode is not null;

    /// <inheritdoc/>
    public override void Bury(int actor)
    {
        if (Parent == actor && !HasEnded)
        {
            throw new NotSupportedException(
                $"A process was killed while {Info.Name} was its child or its thread: that is not modelled."
            );
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => HasEnded ? [] : [Actor];

    /// <inheritdoc/>
    public override ulong Digest => new Digest().Add(Actor).Add(ExitCode ?? long.MinValue).Value;

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Join || operation.Timeout == 0 || HasEnded;

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.End when actor == Actor && !HasEnded:
                ExitCode = (int)operation.Argument;
                return new Decision(Outcome.Go);
            case OperationKind.Terminate when HasEnded:
                return new Decision(Outcome.Go, 0);
            case OperationKind.Terminate:
                ExitCode = -(int)operation.Argument;
                return new Decision(Outcome.Go, 1);
            case OperationKind.Join when HasEnded:
                return new Decision(Outcome.Go);
            case OperationKind.Join when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.IsAlive:
                return new Decision(Outcome.Go, HasEnded ? 0 : 1);
            case OperationKind.ExitCode:
                return new Decision(Outcome.Go, ExitCode ?? long.MinValue);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override Model Clone() =>
        new ProcessModel(Info, Actor, Parent)
        {
            ExitCode = ExitCode,
            Process = Process,
            IsDaemon = IsDaemon,
        };

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) =>
        ExitCode switch
        {
            null => "runs",
            0 => "ended",
            _ => $"ended with exit code {ExitCode}",
        };

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(
            Parent < Actor,
            $"{Info.Name} is actor {Actor} and was started by actor {Parent}, a later one."
        );
}
