using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A stage in memory on which main is alone, and goes the way that the first argument of its size names.</summary>
internal sealed class OneActorStage : IProgramStage
{
    public const string Ends = "ends";
    public const string Loops = "loops";
    public const string ReturnsNonsense = "returns what nobody can read";

    private string _way = Ends;
    private int _next;

    /// <summary>The way that main goes whatever it is told; null when it goes the way of its size.</summary>
    public string? Goes { get; init; }

    /// <summary>How often a size was staged.</summary>
    public int Staged { get; private set; }

    public bool IsDisposed { get; private set; }

    public bool WalksStacks { get; set; }

    public string? Complaint => "it came to no point";

    public void Stage(StagedProgram program)
    {
        Staged++;
        _way = Goes ?? (string)((object?[])Wire.DecodeNeutral(program.Arguments)!)[0]!;
    }

    public IDisposable Pin() => new Pinned();

    public void Begin() => _next = 0;

    public Operation Pending(int actor) =>
        _next switch
        {
            0 => new Operation(OperationKind.Begin),
            1 => new Operation(OperationKind.Return) with
            {
                Payload = _way == ReturnsNonsense ? [0xff] : Wire.Encode(0),
            },
            _ => new Operation(OperationKind.End),
        };

    public SourceLine? Source(int actor) => null;

    public Moved Grant(int actor, Decision decision)
    {
        OperationKind granted = Pending(actor).Kind;
        _next++;
        return granted == OperationKind.End ? Moved.Ended
            : _way == Loops ? Moved.Looping
            : Moved.Parked;
    }

    public ObjectInfo Describe(int slotOffset) => throw new NotSupportedException();

    public void Finish() => _next = 0;

    public void Dispose() => IsDisposed = true;

    private sealed class Pinned : IDisposable
    {
        public void Dispose() { }
    }
}
