using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Where submissions are run: a processor and a stage of warm workers on it. One grader uses it for one submission after
/// another.
/// </summary>
public sealed class Bench : IDisposable
{
    private readonly Processors.Lease _processor = Processors.Rent();
    private ProcessStage? _stage;

    /// <summary>The warm workers; started on first use.</summary>
    public ProcessStage Stage => _stage ??= Stages.Create(_processor.Processor, workers: 4);

    /// <summary>Starts the warm workers without waiting for them.</summary>
    public void Start() => _ = Stage;

    /// <summary>Workers that have never run anything.</summary>
    /// <param name="workers">How many to start at once.</param>
    public ProcessStage FreshStage(int workers) => Stages.Create(_processor.Processor, workers);

    /// <summary>Ends the workers.</summary>
    public void Dispose()
    {
        _stage?.Dispose();
        _processor.Dispose();
    }
}
