using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>The connections of this thread to managers' servers: one for each manager, made on first use.</summary>
internal static class ManagerConnections
{
    [ThreadStatic]
    private static Dictionary<ManagerAddress, (Socket Socket, ManagerFrames Frames)>? t_open;

    /// <summary>Sends a call to the server of the manager at a slot and waits for the answer.</summary>
    /// <exception cref="ManagerLostException">The server is not there, or ended before it answered.</exception>
    public static ManagerAnswer Call(int manager, ManagerRequest request, string name)
    {
        var address = ManagerAddress.Read(manager);
        if (ManagerAddress.IsShutDown(manager))
        {
            Close(address);
            throw ManagerErrors.ShutDown(name, request.Verb);
        }
        try
        {
            ManagerFrames frames = Open(address);
            frames.Send(request.Encode());
            if (frames.Receive() is { } answer)
            {
                return ManagerAnswer.Decode(answer);
            }
        }
        catch (SocketException exception)
        {
            Close(address);
            throw Lost(manager, request, name, exception);
        }
        Close(address);
        throw Lost(manager, request, name, null);
    }

    private static ManagerLostException Lost(int manager, ManagerRequest request, string name, Exception? cause) =>
        ManagerAddress.IsShutDown(manager)
            ? ManagerErrors.ShutDown(name, request.Verb)
            : ManagerErrors.Lost(name, request.Verb, cause);

    private static ManagerFrames Open(ManagerAddress address)
    {
        t_open ??= [];
        if (t_open.TryGetValue(address, out var known))
        {
            return known.Frames;
        }
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(address.EndPoint);
            var frames = new ManagerFrames(socket);
            var greeting = new WireBuffer();
            greeting.Fixed64(address.Key);
            greeting.Text(CurrentProcess.Name);
            frames.Send(greeting.ToArray());
            t_open.Add(address, (socket, frames));
            return frames;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Closes this thread's connection to a server, if there is one.</summary>
    public static void Close(ManagerAddress address)
    {
        if (t_open is not null && t_open.Remove(address, out var open))
        {
            open.Socket.Dispose();
        }
    }
}
