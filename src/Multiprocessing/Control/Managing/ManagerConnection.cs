using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>One connection of a thread to a manager's server. It greets with its first call.</summary>
internal sealed class ManagerConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly ManagerFrames _frames;
    private byte[]? _greeting;

    private ManagerConnection(Socket socket, byte[] greeting) =>
        (_socket, _frames, _greeting) = (socket, new ManagerFrames(socket), greeting);

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">The server is not there.</exception>
    public static ManagerConnection Open(ManagerAddress address)
    {
        var greeting = new WireBuffer();
        greeting.Fixed64(address.Key);
        greeting.Text(CurrentProcess.Name);
        greeting.Fixed32(Session.Current.Processes.OwnerWord(Session.Current.Self));
        Socket socket = ManagerAddress.NewSocket();
        try
        {
            address.Connect(socket);
            return new ManagerConnection(socket, greeting.ToArray());
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message and waits for the answer.</summary>
    /// <returns>The answer, valid until the next message; <see langword="null"/> when the server ended before it answered.</returns>
    /// <exception cref="SocketException">The server is gone.</exception>
    /// <exception cref="WireFormatException">What came cannot be an answer.</exception>
    public ReadOnlyMemory<byte>? Exchange(byte[] message)
    {
        try
        {
            if (_greeting is not null)
            {
                _frames.Send(_greeting);
                _greeting = null;
            }
            _frames.Send(message);
        }
        catch (SocketException)
        {
            // A server without room says so and closes, perhaps before it heard us; what it said is still there.
            if (_frames.Receive() is { } farewell)
            {
                return farewell;
            }
            throw;
        }
        return _frames.Receive();
    }

    public void Dispose() => _socket.Dispose();
}
