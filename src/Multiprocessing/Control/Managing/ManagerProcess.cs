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
    private readonly ChildHandle _handle;

    private ManagerProcess(ChildHandle handle) => _handle = handle;

    /// <summary>Its process id.</summary>
    public int Id => _handle.Pid;

    /// <summary>
    /// Starts the server of the manager at a slot. Where the socket listens before the process runs, nobody has
    /// to wait for it: the first call does.
    /// </summary>
    public static ManagerProcess Start(int offset)
    {
        SharedMemory memory = Session.Current.Memory;
        ManagerAddress.Create(offset);
        using Socket? listener = ManagerAddress.ListenerTravels ? ManagerAddress.Listen(offset) : null;
        List<PassedDescriptor> passed = [new(memory.Descriptor, ChildRequest.SegmentDescriptor)];
        if (listener is not null)
        {
            passed.Add(new((int)listener.SafeHandle.DangerousGetHandle(), ManagerProgram.ListenerDescriptor));
        }
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
            Descriptors = passed,
        };
        ChildHandle server = ProcessSpawner.Spawn(request);
        if (listener is null)
        {
            ManagerAddress.AwaitListener(offset, server);
        }
        return new ManagerProcess(server);
    }

    /// <summary>Ends it. What it holds is nowhere else, so there is nothing that it could save first.</summary>
    public void Dispose()
    {
        _handle.Kill();
        _ = _handle.WaitForExit(Timeout.InfiniteTimeSpan);
        _handle.Dispose();
    }
}
