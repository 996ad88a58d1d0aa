using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A pipe, duplex or not: the messages on their way in each direction, and which processes have which end open. An end is open
/// in the process that made the pipe, and in every process that was started with it, until each has closed its copy.
/// </summary>
/// <remarks>
/// Receiving takes two operations, as it takes two reads for real: Receive finds a message, Take takes it. A process that
/// receives at an end in the middle of what another one receives there is told that it is <see cref="Torn"/>.
/// </remarks>
/// <param name="info">
/// What the creator of the pipe said about it; its largest value is the actor of the process that made it.
/// </param>
public sealed class PipeModel(ObjectInfo info) : Model(info)
{
    /// <summary>The number of no message: for a Receive the end of all, for a Send that nobody can receive it.</summary>
    public const long None = -1;

    /// <summary>The value of a decision about a Receive at an end at which another process is receiving.</summary>
    public const long Torn = ControlledPipe.Torn;

    private const int Nobody = -1;

    // By the end through which one sends.
    private readonly PipeLane[] _lanes =
    [
        new(ControlledPipe.CapacityOf(info.Initial)),
        new(ControlledPipe.CapacityOf(info.Initial)),
    ];

    // By end: who has it open, and who has found a message there and not taken it yet.
    private readonly SortedSet<int>[] _open =
    [
        [info.Maximum],
        [info.Maximum],
    ];
    private readonly int[] _receiving = [Nobody, Nobody];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => [.. _open[0].Union(_open[1]).Order()];

    /// <inheritdoc/>
    public override ulong Digest
    {
        get
        {
            var digest = new Digest();
            for (var end = 0; end < 2; end++)
            {
                digest = digest.Add((long)_lanes[end].Digest).Add(_receiving[end]).Add(string.Join(',', _open[end]));
            }
            return digest.Value;
        }
    }

    /// <summary>The processes that have an end open.</summary>
    public IReadOnlyCollection<int> Open(int end) => _open[end];

    /// <summary>Whether something can be received at an end, or nothing ever more.</summary>
    public bool IsReady(int end) => _lanes[1 - end].Count > 0 || _open[1 - end].Count == 0;

    /// <inheritdoc/>
    /// <remarks>The system closes its ends. What it was in the middle of receiving stays torn for others.</remarks>
    public override void Bury(int actor)
    {
        _open[0].Remove(actor);
        _open[1].Remove(actor);
    }

    /// <summary>A process has been started with a copy of an end.</summary>
    public void HandOn(int child, int end) => _open[end].Add(child);

    /// <summary>The same, by a start that is repeated.</summary>
    internal void HandOn(Step start, int slot)
    {
        foreach (var end in PipeEnd.In(start.Operation).Where(end => end.Number == slot))
        {
            HandOn(start.Object.Number, end.End);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> HoldersFor(int actor, in Operation operation) => [.. _open[1 - operation.End]];

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind switch
        {
            OperationKind.Send => IsBroken(operation) || _lanes[operation.End].Fits(operation.Payload),
            // Threads of one process take turns.
            OperationKind.Receive => IsReady(operation.End) && _receiving[operation.End] != operation.Process,
            OperationKind.Take => _receiving[operation.End] == operation.Process,
            OperationKind.Poll => operation.Timeout == 0 || IsReady(operation.End),
            _ => true,
        };

    /// <inheritdoc/>
    public override long? ItemOf(in Operation operation) =>
        !QueueOrder.HasItem(operation) ? null
        : operation.Kind == OperationKind.Send
            ? IsBroken(operation) ? None
                : _lanes[operation.End].ItemOf(operation.Payload)
        : operation.Kind == OperationKind.Receive && IsTorn(operation) ? Torn
        : First(operation);

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        var end = operation.End;
        switch (operation.Kind)
        {
            case OperationKind.Send when IsEnabled(actor, operation):
                var sent = ItemOf(operation) ?? None;
                if (sent != None)
                {
                    _lanes[end].Add(operation.Payload);
                }
                return new Decision(Outcome.Go, sent);
            case OperationKind.Receive when IsEnabled(actor, operation):
                var found = IsTorn(operation) ? Torn : First(operation);
                if (found >= 0)
                {
                    _receiving[end] = operation.Process;
                }
                return new Decision(Outcome.Go, found);
            case OperationKind.Take when _receiving[end] == operation.Process:
                _receiving[end] = Nobody;
                return new Decision(Outcome.Go, First(operation), _lanes[1 - end].Take());
            case OperationKind.Poll when IsReady(end):
                return new Decision(Outcome.Go, First(operation));
            case OperationKind.Poll when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Close:
                _open[end].Remove(operation.Process);
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override Model Clone()
    {
        var copy = new PipeModel(Info);
        for (var end = 0; end < 2; end++)
        {
            copy._lanes[end] = _lanes[end].Clone();
            copy._open[end].Clear();
            copy._open[end].UnionWith(_open[end]);
            copy._receiving[end] = _receiving[end];
        }
        return copy;
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) =>
        string.Join(
            "; ",
            new[] { 0, 1 }
                .Select(end => (End: end, Lane: _lanes[1 - end]))
                .Where(half => half.End == 0 || ControlledPipe.IsDuplex(Info.Initial))
                .Select(half => $"{Name(half.End)} {Waiting(half.Lane)}")
                .Concat(new[] { 0, 1 }.Select(end => $"{Name(end)} is open in {Open(end, nameOf)}"))
        );

    /// <inheritdoc/>
    public override void AssertInvariants()
    {
        for (var end = 0; end < 2; end++)
        {
            Invariant.Holds(
                _lanes[end].Bytes <= ControlledPipe.CapacityOf(Info.Initial)
                    && (_receiving[end] < 0 || _lanes[1 - end].Count > 0),
                $"{Info.Name}: {_lanes[end].Bytes} bytes are on the way, or nothing is while somebody takes it."
            );
        }
    }

    private static string Waiting(PipeLane lane) =>
        lane.Count == 0
            ? "has nothing to receive"
            : $"may receive {string.Join(", ", lane.Messages.Select(CallWords.Say))}";

    private string Name(int end) => ControlledPipe.NameOf(Info.Name, end, ControlledPipe.IsDuplex(Info.Initial));

    private string Open(int end, Func<int, string> nameOf) =>
        _open[end].Count == 0 ? "no process" : Words.List([.. _open[end].Select(nameOf)]);

    private bool IsBroken(in Operation send) => _open[1 - send.End].Count == 0;

    private bool IsTorn(in Operation receive) =>
        _receiving[receive.End] != Nobody && _receiving[receive.End] != receive.Process;

    // The number of the message that is, or will be, the first one at an end.
    private long First(in Operation operation)
    {
        var lane = _lanes[1 - operation.End];
        return lane.Count == 0 && _open[1 - operation.End].Count == 0 ? None : lane.First;
    }
}
