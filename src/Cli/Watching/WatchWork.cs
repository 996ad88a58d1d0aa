using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>The one grading, or replay, that a watch has under way.</summary>
/// <param name="Kata">Of which kata.</param>
/// <param name="IsReplay">Whether it is a replay.</param>
/// <param name="Tested">The texts that it began with.</param>
/// <param name="Cancellation">Ends it.</param>
internal sealed record WatchWork(
    Kata Kata,
    bool IsReplay,
    IReadOnlyDictionary<string, string?> Tested,
    CancellationTokenSource Cancellation
) : IDisposable
{
    /// <summary>Ends when the work has.</summary>
    public Task Task { get; set; } = Task.CompletedTask;

    /// <summary>Whether a later save has made it worthless; what it still brings is not shown.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Gives it up.</summary>
    public void Abandon()
    {
        IsOutdated = true;
        Cancellation.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => Cancellation.Dispose();
}
