using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A stage of scripts where a stage of programs is asked for: it runs the same, whatever it is told to run.</summary>
internal sealed class StageInMemory(IStage scripts) : IProgramStage
{
    public bool WalksStacks { get; set; }

    public string? Complaint => scripts.Complaint;

    public void Stage(StagedProgram program) { }

    public IDisposable Pin() => new Pinned();

    public void Begin() => scripts.Begin();

    public Operation Pending(int actor) => scripts.Pending(actor);

    public SourceLine? Source(int actor) => WalksStacks ? scripts.Source(actor) : null;

    public Moved Grant(int actor, Decision decision) => scripts.Grant(actor, decision);

    public ObjectInfo Describe(int slotOffset) => scripts.Describe(slotOffset);

    public void Finish() => scripts.Finish();

    public void Dispose() { }

    private sealed class Pinned : IDisposable
    {
        public void Dispose() { }
    }
}
