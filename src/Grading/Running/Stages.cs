using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Makes stages of confined worker processes.</summary>
public static class Stages
{
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
            },
            workers
        );
}
