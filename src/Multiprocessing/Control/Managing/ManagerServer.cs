using System.Diagnostics;
using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>Serves the objects of one manager: a thread for each connection, and one call at a time on each object.</summary>
internal sealed class ManagerServer(Socket listener, long key)
{
    private const int StackSize = 512 * 1024;

    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<int, ManagedState> _objects = [];
    private readonly Dictionary<int, ServedObject> _served = [];

    /// <summary>Accepts clients until this process is ended.</summary>
    public void Serve()
    {
        using var door = new ManagerDoor(listener);
        while (true)
        {
            Socket socket = door.Accept();
            var client = new ServedClient(socket);
            var thread = new Thread(() => Serve(socket, client), StackSize) { IsBackground = true };
            try
            {
                thread.Start();
            }
            catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
            {
                Trace.WriteLine(exception);
                ManagerDoor.Refuse(socket); // The system gives no thread to serve it.
            }
        }
    }

    private void Serve(Socket socket, ServedClient client)
    {
        using (socket)
        {
            try
            {
                var frames = new ManagerFrames(socket);
                if (!IsKnown(frames.Receive(), client))
                {
                    return;
                }
                while (frames.Receive() is { } message && Answer(message, client) is { } answer)
                {
                    frames.Send(answer.Encode());
                }
            }
            catch (Exception exception)
            {
                // The client was killed, is none of ours, or sends more than there is memory for. The end of its connection
                // tells it; the other clients are not affected.
                Trace.WriteLine(exception);
            }
            finally
            {
                Forget(client);
            }
        }
    }

    private bool IsKnown(ReadOnlyMemory<byte>? greeting, ServedClient client)
    {
        if (greeting is not { } bytes)
        {
            return false;
        }
        var cursor = new WireCursor(bytes);
        bool isKnown = cursor.Fixed64() == key;
        client.Name = cursor.Text();
        client.Process = cursor.Fixed32();
        return isKnown;
    }

    private void Forget(ServedClient client)
    {
        ServedObject[] all;
        lock (_gate)
        {
            all = [.. _served.Values];
        }
        Array.ForEach(all, served => served.Forget(client));
    }

    // Nothing when the client went away while it waited.
    private ManagerAnswer? Answer(ReadOnlyMemory<byte> message, ServedClient client)
    {
        ManagerRequest request;
        try
        {
            request = ManagerRequest.Decode(message);
        }
        catch (WireFormatException exception)
        {
            return ManagerAnswer.Refused(ManagerStatus.BadCall) with { Trace = exception.ToString() };
        }
        ManagerAnswer? answer;
        try
        {
            answer = request.Verb is ManagerVerb.Perform or ManagerVerb.Describe
                ? OnServed(request, client)
                : OnState(request);
        }
        catch (Exception exception) when (exception is not SocketException)
        {
            return ManagerAnswer.Refused(ManagerStatus.Failed) with { Trace = exception.ToString() };
        }
        return answer is null || answer.Status is ManagerStatus.Done or ManagerStatus.NotYet
            ? answer
            : answer with
            {
                Trace = new StackTrace().ToString().TrimEnd(),
            };
    }

    private ManagerAnswer OnState(ManagerRequest request)
    {
        ManagedState? state;
        lock (_gate)
        {
            if (request.Verb == ManagerVerb.Create && ManagedState.Create(request.Kind) is { } created)
            {
                _objects[request.Object] = created;
            }
            _ = _objects.TryGetValue(request.Object, out state);
        }
        if (state is null)
        {
            return ManagerAnswer.Refused(ManagerStatus.NoSuchObject);
        }
        lock (state)
        {
            return state.Perform(request.Verb, request.Arguments);
        }
    }

    private ManagerAnswer? OnServed(ManagerRequest request, ServedClient client)
    {
        ServedObject? served;
        lock (_gate)
        {
            if (
                !_served.TryGetValue(request.Object, out served)
                && ServedObject.Create(request.Kind, request.Object) is { } created
            )
            {
                served = _served[request.Object] = created;
            }
        }
        return served is null ? ManagerAnswer.Refused(ManagerStatus.NoSuchObject)
            : request.Verb == ManagerVerb.Describe ? served.Describe(request)
            : ServedOperation.Of(request) is { } operation ? served.Perform(client, operation)
            : ManagerAnswer.Refused(ManagerStatus.BadCall);
    }
}
