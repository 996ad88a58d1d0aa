using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>Makes pipes: two connected ends, one for each of two processes.</summary>
public static class Pipe
{
    /// <summary>Makes a pipe.</summary>
    /// <param name="duplex">
    /// Whether both ends send and receive. Otherwise the first end only receives and the second only sends, as in Python.
    /// </param>
    /// <param name="name">Its name in messages; by default <c>Pipe-1</c>…</param>
    /// <returns>
    /// The ends. Pass one to a <see cref="Process"/> and close it here: who receives is told of the end of the messages only
    /// when every process has closed the end that sends.
    /// </returns>
    public static (Connection First, Connection Second) Create(bool duplex = true, string? name = null)
    {
        string? given = string.IsNullOrEmpty(name) ? null : name;
        if (Seam.Controller is not null)
        {
            int slot = NamedSlot.Create(SlotKind.Pipe, ControlledPipe.Describe(duplex), Session.Current.Self, 0, given);
            return Ends(
                ControlledConnectionEnd.Open(new PipeEnd(slot, 0)),
                ControlledConnectionEnd.Open(new PipeEnd(slot, 1)),
                duplex,
                given ?? NamedSlot.NameAt(slot)
            );
        }
        given ??= CurrentProcess.NextName(SlotKind.Pipe);
        IPipes pipes = OperatingSystemPlatform.Current.Pipes;
        (int first, int second) = duplex ? pipes.CreateDuplex() : pipes.Create();
        return Ends(new RealConnectionEnd(first), new RealConnectionEnd(second), duplex, given);
    }

    private static (Connection First, Connection Second) Ends(
        IConnectionEnd first,
        IConnectionEnd second,
        bool duplex,
        string name
    ) =>
        (
            new Connection(first, canRead: true, canWrite: duplex, ControlledPipe.NameOf(name, 0, duplex)),
            new Connection(second, canRead: duplex, canWrite: true, ControlledPipe.NameOf(name, 1, duplex))
        );
}
