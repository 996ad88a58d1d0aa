using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A program in memory of which one process is killed, for going through all that may happen then.</summary>
internal sealed class ForkableCrash : IForkableStage
{
    private readonly IForkableStage _stage;
    private readonly CrashingStage _crashing;

    public ForkableCrash(IForkableStage stage, CrashPlan plan)
        : this(stage, new CrashingStage(stage, plan)) { }

    private ForkableCrash(IForkableStage stage, CrashingStage crashing) => (_stage, _crashing) = (stage, crashing);

    public string? Complaint => _crashing.Complaint;

    public string Position => _stage.Position;

    public void Begin() => _crashing.Begin();

    public Operation Pending(int actor) => _crashing.Pending(actor);

    public SourceLine? Source(int actor) => _crashing.Source(actor);

    public Moved Grant(int actor, Decision decision) => _crashing.Grant(actor, decision);

    public ObjectInfo Describe(int slotOffset) => _crashing.Describe(slotOffset);

    public void Finish() => _crashing.Finish();

    public IForkableStage Fork()
    {
        var copy = _stage.Fork();
        return new ForkableCrash(copy, _crashing.On(copy));
    }
}
