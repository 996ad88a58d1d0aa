namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>How worker processes are started and watched.</summary>
public sealed record StageOptions
{
    /// <summary>Path of the worker's assembly.</summary>
    public required string Worker { get; init; }

    /// <summary>The program that runs it.</summary>
    public string Host { get; init; } = "dotnet";

    /// <summary>The processor on which the arbiter's thread and its workers run: handing over on one is 4 times faster.</summary>
    public required int Processor { get; init; }

    /// <summary>The whole environment of the workers; nothing else is passed on.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where the workers stand; a folder they may write to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What each worker is started inside; null for nothing.</summary>
    public Enclosure? Enclosure { get; init; }

    /// <summary>Processor time without a point that means "stuck in a loop".</summary>
    public TimeSpan LoopLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time without a point and without processor time after which we give up. Never a verdict on the student.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(30);
}
