using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// A child that may be inside an <see cref="Enclosure"/>. Then our child is bubblewrap, its child the first process of the
/// place, and that one's child the program; the place ends with any of the three, and with us.
/// </summary>
public sealed class EnclosedProcess : IDisposable
{
    private const int FirstSignal = 128;

    private readonly bool _isEnclosed;

    private EnclosedProcess(ChildHandle handle, bool isEnclosed)
    {
        Handle = handle;
        _isEnclosed = isEnclosed;
        Pid = isEnclosed ? 0 : handle.Pid;
    }

    /// <summary>Our child: the program, or bubblewrap around it.</summary>
    public ChildHandle Handle { get; }

    /// <summary>The program's process id as we see it; 0 before <see cref="Find"/> has found it.</summary>
    public int Pid { get; private set; }

    /// <summary>The id, as we see it, of the first process of the place; 0 when there is none, or none any more.</summary>
    public int First => _isEnclosed ? ProcessTree.FirstChildOf(Handle.Pid) : 0;

    /// <summary>Starts a program.</summary>
    /// <param name="request">The program.</param>
    /// <param name="enclosure">Where; null for no place of its own.</param>
    public static EnclosedProcess Start(SpawnRequest request, Enclosure? enclosure) =>
        new(ProcessSpawner.Spawn(enclosure?.Around(request) ?? request), enclosure is not null);

    /// <summary>Learns <see cref="Pid"/> of a program that is known to run.</summary>
    public void Find()
    {
        if (Pid == 0)
        {
            Pid = ProcessTree.FirstChildOf(First);
        }
    }

    /// <summary>Asks, without waiting, whether it has ended.</summary>
    /// <param name="exitCode">The program's exit code, or −signal.</param>
    public bool TryReap(out int exitCode)
    {
        bool ended = Handle.TryReap(out exitCode);
        if (_isEnclosed)
        {
            exitCode = FromShell(exitCode);
        }
        return ended;
    }

    /// <summary>The exit code that a shell, or bubblewrap, gave as 128 + signal, as −signal.</summary>
    public static int FromShell(int code) => code > FirstSignal ? FirstSignal - code : code;

    /// <summary>
    /// Ends the program, and everything else in its place, and waits until nothing of it is left. The kernel lets the first
    /// process of a place end only after all others, and bubblewrap ends after that.
    /// </summary>
    public void Kill()
    {
        if (_isEnclosed)
        {
            // Were bubblewrap itself killed, nobody could wait for the others.
            int first = 0;
            while (!Handle.TryReap(out _) && (first = First) == 0)
            {
                Thread.Yield(); // It was started this moment.
            }
            if (first != 0)
            {
                ProcessTree.Kill(first);
            }
        }
        else
        {
            Handle.Kill();
        }
        Handle.WaitForExit(Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
