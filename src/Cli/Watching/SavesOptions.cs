namespace ConcurrencyKatas.Cli.Watching;

/// <summary>How saves are noticed.</summary>
internal sealed record SavesOptions
{
    /// <summary>Listens to a folder; throws <see cref="IOException"/> where that cannot be done.</summary>
    public Func<string, Action, IDisposable> Listen { get; init; } =
        (folder, changed) => new FolderEvents(folder, changed);

    /// <summary>
    /// How long no event must come before files are looked at. It only saves work: a save that goes on for longer is seen
    /// twice, and the second time counts.
    /// </summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>How often files are looked at although no event came.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often files are looked at where events cannot be had.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(300);
}
