using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>Makes pipes: two connected ends, one for each of two processes.</summary>
public static unsafe class Pipe
{
    private const int LocalDomain = 1;
    private const int StreamCloseOnExec = 1 | Libc.CloseOnExecFlag;

    /// <summary>Makes a pipe.</summary>
    /// <param name="duplex">
    /// Whether both ends send and receive. Otherwise the first end only receives and the second only sends, as in Python.
    /// </param>
    /// <param name="name">Its name in messages; by default <c>Pipe-1</c>…</param>
    /// <returns>
    /// The ends. Pass one to a <see cref="Process"/> and close it here: who receives is told of the end of the messages only
    /// when every process has closed the end that sends.
    /// </returns>
    /// <exception cref="NotSupportedException">The run is controlled; runs for real cover pipes.</exception>
    public static (Connection First, Connection Second) Create(bool duplex = true, string? name = null)
    {
        if (Seam.Controller is not null)
        {
            throw new NotSupportedException(
                "Pipe.Create: pipes are not part of controlled runs yet, because the scheduler has no model of them. Use a "
                    + "Queue for each direction there; the tests that run for real cover pipes."
            );
        }
        name ??= CurrentProcess.NextName("Pipe");
        int* ends = stackalloc int[2];
        int result = duplex
            ? Libc.SocketPair(LocalDomain, StreamCloseOnExec, 0, ends)
            : Libc.Pipe2(ends, Libc.CloseOnExecFlag);
        return result != 0
            ? throw Libc.Failure($"Cannot make {name}")
            : (
                new Connection(ends[0], true, duplex, $"{name}.{(duplex ? "First" : "Reader")}"),
                new Connection(ends[1], duplex, true, $"{name}.{(duplex ? "Second" : "Writer")}")
            );
    }
}
