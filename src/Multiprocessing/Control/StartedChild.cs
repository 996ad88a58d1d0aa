using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>A child after its start: a real process, or an actor of a controlled run.</summary>
internal abstract class StartedChild : IDisposable
{
    /// <summary>Its process id.</summary>
    public abstract int Id { get; }

    /// <summary>Whether it still runs.</summary>
    public abstract bool IsAlive { get; }

    /// <summary>Its exit code, or <see langword="null"/> while it runs.</summary>
    public abstract int? ExitCode { get; }

    /// <summary>Waits for its end.</summary>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    public abstract bool Join(long timeout);

    /// <summary>Sends a signal, if it still runs.</summary>
    public abstract void Signal(int signal);

    /// <summary>Ends it, a daemon, because its parent ends.</summary>
    public virtual void EndWithParent() => Signal(Signals.Terminate);

    public virtual void Dispose() { }
}
