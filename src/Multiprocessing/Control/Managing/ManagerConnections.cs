using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>The connections of this thread to managers' servers: one for each manager, made on first use.</summary>
internal static class ManagerConnections
{
    [ThreadStatic]
    private static Dictionary<ManagerAddress, ManagerConnection>? t_open;

    /// <summary>Sends a call to the server of the manager at a slot and waits for the answer.</summary>
    /// <returns>The answer; that a call is too large for a message is answered here.</returns>
    /// <exception cref="ManagerLostException">
    /// The server is not there, ended before it answered, or answered what nobody understands.
    /// </exception>
    public static ManagerAnswer Call(int manager, ManagerRequest request, string name)
    {
        var address = ManagerAddress.Read(manager);
        if (ManagerAddress.IsShutDown(manager))
        {
            Close(address);
            throw ManagerErrors.ShutDown(name, request.Verb);
        }
        byte[] message = request.Encode();
        if (message.Length > WireLimits.ManagerMessage)
        {
            return ManagerAnswer.Refused(ManagerStatus.TooLarge);
        }
        bool isSound = false;
        try
        {
            ReadOnlyMemory<byte> bytes = Open(address).Exchange(message) ?? throw Lost(manager, request, name, null);
            var answer = ManagerAnswer.Decode(bytes);
            isSound = answer.Status != ManagerStatus.Full;
            return answer;
        }
        catch (SocketException exception)
        {
            throw Lost(manager, request, name, exception);
        }
        catch (WireFormatException exception)
        {
            throw ManagerErrors.Garbled(name, request.Verb, exception);
        }
        finally
        {
            // After half a conversation, the rest of it would be taken for the answer to the next call.
            if (!isSound)
            {
                Close(address);
            }
        }
    }

    /// <summary>Closes this thread's connection to a server, if there is one.</summary>
    public static void Close(ManagerAddress address)
    {
        if (t_open is not null && t_open.Remove(address, out ManagerConnection? open))
        {
            open.Dispose();
        }
    }

    private static ManagerLostException Lost(int manager, ManagerRequest request, string name, Exception? cause) =>
        ManagerAddress.IsShutDown(manager)
            ? ManagerErrors.ShutDown(name, request.Verb)
            : ManagerErrors.Lost(name, request.Verb, cause);

    private static ManagerConnection Open(ManagerAddress address)
    {
        t_open ??= [];
        if (!t_open.TryGetValue(address, out ManagerConnection? connection))
        {
            t_open.Add(address, connection = ManagerConnection.Open(address));
        }
        return connection;
    }
}
