using System.Diagnostics;
using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>Serves the objects of one manager: a thread for each connection, and one call at a time on each object.</summary>
internal sealed class ManagerServer(Socket listener, long key)
{
    private const int StackSize = 512 * 1024;

    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<int, ManagedState> _objects = [];
    private readonly Dictionary<int, ManagedLock> _locks = [];

    /// <summary>Accepts clients until this process is ended.</summary>
    public void Serve()
    {
        using var door = new ManagerDoor(listener);
        for (int number = 0; ; number++)
        {
            Socket socket = door.Accept();
            var client = new ServedClient(socket, number);
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
                while (frames.Receive() is { } message)
                {
                    frames.Send(Answer(message, client).Encode());
                }
            }
            catch (Exception exception)
            {
                // The client was killed, is none of ours, or sends more than there is memory for. The end of its connection
                // tells it; the other clients are not affected.
                Trace.WriteLine(exception);
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
        return isKnown;
    }

    private ManagerAnswer Answer(ReadOnlyMemory<byte> message, ServedClient client)
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
        ManagerAnswer answer;
        try
        {
            answer = request.Kind is SlotKind.LockProxy or SlotKind.RLockProxy
                ? OnLock(request, client)
                : OnState(request);
        }
        catch (Exception exception) when (exception is not SocketException)
        {
            return ManagerAnswer.Refused(ManagerStatus.Failed) with { Trace = exception.ToString() };
        }
        return answer.Status == ManagerStatus.Done
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

    private ManagerAnswer OnLock(ManagerRequest request, ServedClient client)
    {
        ManagedLock? served;
        lock (_gate)
        {
            if (!_locks.TryGetValue(request.Object, out served))
            {
                served = _locks[request.Object] = new ManagedLock(request.Kind == SlotKind.RLockProxy);
            }
        }
        return request.Verb switch
        {
            ManagerVerb.Acquire => ManagerAnswer.Of(served.Acquire(client, request.Timeout) ? 1 : 0),
            ManagerVerb.Release => served.Release(client),
            ManagerVerb.Describe => served.Describe(),
            _ => ManagerAnswer.Refused(ManagerStatus.BadCall),
        };
    }
}
