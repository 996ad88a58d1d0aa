using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>A processor and a stage of warm workers on it.</summary>
public sealed class Bench : IBench
{
    // What most katas need at their proof size.
    private const int Workers = 4;

    private readonly Processors.Lease _processor = Processors.Rent();
    private ProcessStage? _stage;

    /// <inheritdoc/>
    public IProgramStage Stage => _stage ??= Stages.Create(_processor.Processor, Workers);

    /// <inheritdoc/>
    public void Start()
    {
        _stage ??= Stages.Create(_processor.Processor, workers: 0);
        _stage.Start(Enumerable.Range(0, Workers));
    }

    /// <inheritdoc/>
    public void StartOne(int actor)
    {
        _stage ??= Stages.Create(_processor.Processor, workers: 0);
        _stage.StartAndWait(actor);
    }

    /// <inheritdoc/>
    public void Rehearse(int workers)
    {
        using IDisposable pinned = Stage.Pin();
        Stage.Stage(
            new StagedProgram(
                WorkerFiles.Worker,
                "ConcurrencyKatas.Worker.Rehearsal.Run",
                Wire.Encode(new object[] { workers - 1 })
            )
        );
        var explorer = new Explorer(
            Stage,
            "rehearsal",
            new ExplorerOptions { TriesBeforeAProof = workers + 5, ProofRuns = 3 }
        );
        foreach (ExploredRun _ in explorer.Explore().Take(workers + 8)) { }
    }

    /// <inheritdoc/>
    public IProgramStage FreshStage(IEnumerable<int> actors)
    {
        ProcessStage stage = Stages.Create(_processor.Processor, workers: 0);
        stage.Start(actors);
        return stage;
    }

    /// <inheritdoc/>
    public RealRun? RunForReal(CompiledKata kata, KataDefinition definition, Size size, TimeSpan patience) =>
        RealRunner.TryRun(kata, definition, size, patience);

    /// <inheritdoc/>
    public IBench Another() => new Bench();

    /// <summary>Ends the workers.</summary>
    public void Dispose()
    {
        _stage?.Dispose();
        _processor.Dispose();
    }
}
