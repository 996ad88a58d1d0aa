using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A stage whose program is another one after every run.</summary>
internal sealed class FickleStage : IStage
{
    private readonly ScriptedStage[] _stages = [Corpus.NoSemaphore(2).Stage(), Corpus.Rooms(1, 1).Stage()];
    private int _run = -1;

    public string? Complaint => Now.Complaint;

    private ScriptedStage Now => _stages[_run % 2];

    public void Begin()
    {
        _run++;
        Now.Begin();
    }

    public Operation Pending(int actor) => Now.Pending(actor);

    public SourceLine? Source(int actor) => null;

    public Moved Grant(int actor, Decision decision) => Now.Grant(actor, decision);

    public ObjectInfo Describe(int slotOffset) => Now.Describe(slotOffset);

    public void Finish() => Now.Finish();
}
