namespace ConcurrencyKatas.Platform;

/// <summary>The calling thread's confinement to one processor; see <see cref="Affinity.PinCurrentThread"/>.</summary>
public sealed class PinnedThread : IDisposable
{
    private readonly ulong[]? _before;

    internal PinnedThread(ulong[]? before) => _before = before;

    /// <summary>Ends it; to be called on the thread that began it.</summary>
    public void Dispose()
    {
        if (_before is not null)
        {
            Affinity.Restore(_before);
        }
    }
}
