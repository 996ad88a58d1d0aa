using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>A processor and a stage of warm workers on it.</summary>
public sealed class Bench : IBench
{
    private readonly Processors.Lease _processor = Processors.Rent();
    private ProcessStage? _stage;

    /// <inheritdoc/>
    public IProgramStage Stage => _stage ??= Stages.Create(_processor.Processor, workers: 4);

    /// <inheritdoc/>
    public void Start() => _ = Stage;

    /// <inheritdoc/>
    public IProgramStage FreshStage(IEnumerable<int> actors)
    {
        ProcessStage stage = Stages.Create(_processor.Processor, workers: 0);
        stage.Start(actors);
        return stage;
    }

    /// <inheritdoc/>
    public IBench Another() => new Bench();

    /// <summary>Ends the workers.</summary>
    public void Dispose()
    {
        _stage?.Dispose();
        _processor.Dispose();
    }
}
