namespace ConcurrencyKatas.Platform;

/// <summary>
/// A pipe that nobody writes to. Its maker alone holds the write end; whoever inherits the read end sees end-of-file
/// when the maker disposes of it or dies, however it dies. See <see cref="ChildGuard.DieWithSentinel"/>.
/// </summary>
public sealed class Sentinel : IDisposable
{
    private readonly DescriptorPipe _pipe;

    private Sentinel(DescriptorPipe pipe) => _pipe = pipe;

    /// <summary>The descriptor to hand on to children.</summary>
    public int ReadEnd => _pipe.ReadEnd;

    /// <summary>Makes one.</summary>
    public static Sentinel Create() => new(DescriptorPipe.Create());

    /// <summary>Closes both ends: every process that guards itself with this one ends.</summary>
    public void Dispose() => _pipe.Dispose();
}
