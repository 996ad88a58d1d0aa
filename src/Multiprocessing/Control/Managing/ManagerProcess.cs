using System.Globalization;
using System.Net.Sockets;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The server process of a manager, as its maker has it: no child of the session, so nobody joins or counts it. The kernel
/// ends it with its maker.
/// </summary>
internal sealed class ManagerProcess : IDisposable
{
    // Threads of clients that come at the same moment; more wait inside connect.
    private const int Backlog = 512;

    private readonly ChildHandle _handle;

    private ManagerProcess(ChildHandle handle) => _handle = handle;

    /// <summary>Its process id.</summary>
    public int Id => _handle.Pid;

    /// <summary>
    /// Starts the server of the manager at a slot. The socket listens before the process runs, so nobody has to wait for
    /// it: the first call does.
    /// </summary>
    public static ManagerProcess Start(int offset)
    {
        var address = ManagerAddress.Create();
        address.Write(offset);
        SharedMemory memory = Session.Current.Memory;
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(address.EndPoint);
        listener.Listen(Backlog);
        var request = new SpawnRequest
        {
            FileName = ChildCommand.Host,
            Arguments = ChildCommand.With(
                ManagerProgram.Flag,
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                offset.ToString(CultureInfo.InvariantCulture),
                memory.Length.ToString(CultureInfo.InvariantCulture)
            ),
            Environment = ChildCommand.Variables(),
            Descriptors =
            [
                new(memory.Descriptor, ChildRequest.SegmentDescriptor),
                new((int)listener.SafeHandle.DangerousGetHandle(), ManagerProgram.ListenerDescriptor),
            ],
        };
        return new ManagerProcess(ProcessSpawner.Spawn(request));
    }

    /// <summary>Ends it. What it holds is nowhere else, so there is nothing that it could save first.</summary>
    public void Dispose()
    {
        _handle.Kill();
        _ = _handle.WaitForExit(Timeout.InfiniteTimeSpan);
        _handle.Dispose();
    }
}
