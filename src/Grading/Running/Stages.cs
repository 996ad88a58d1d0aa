using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Makes stages of confined worker processes.</summary>
public static class Stages
{
    // Instrumented code takes its ten million turns (LoopTurns) more slowly: they are to end a loop there as well, not a clock.
    private static readonly TimeSpan s_loopLimit = TimeSpan.FromSeconds(Trust.IsGiven ? 30 : 2);

    /// <summary>Why nothing can be graded on this system, and what to do; null when it can.</summary>
    public static string? Obstacle => ProcessSpawner.Obstacle;

    /// <summary>A stage whose workers run on the given processor.</summary>
    public static ProcessStage Create(int processor, int workers = 1) =>
        new(
            new StageOptions
            {
                Worker = WorkerFiles.Worker,
                Host = WorkerFiles.Host,
                Processor = processor,
                Environment = Confinement.Environment,
                WorkingDirectory = Confinement.Folder,
                Enclosure = Confinement.Enclosure,
                LoopLimit = s_loopLimit,
            },
            workers
        );
}
