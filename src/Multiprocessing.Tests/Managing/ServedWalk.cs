using System.Net.Sockets;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>
/// Does the same with an object of a manager's server and with the arbiter's model of it, by chance: some clients, each of
/// which keeps to the order of operations that the proxies keep.
/// </summary>
internal sealed class ServedWalk : IDisposable
{
    private const int Parties = 2;
    private const int Room = 2;
    private const int Units = 1;

    private readonly SlotKind _kind;
    private readonly Random _random;
    private readonly Model _model;
    private readonly ServedObject _served;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ServedClient[] _clients;
    private readonly Operation?[] _pending;

    public ServedWalk(SlotKind kind, int clients, int seed)
    {
        (_kind, _random) = (kind, new Random(seed));
        // In a controlled run nobody ends without giving back, and nobody is told so.
        (ObjectInfo info, _served) = kind switch
        {
            SlotKind.Lock or SlotKind.RLock => (
                new ObjectInfo(kind, 0, 1, "it"),
                (ServedObject)new ServedLock(kind == SlotKind.RLock, isReported: false)
            ),
            SlotKind.Semaphore => (new(kind, Units, int.MaxValue, "it"), new ServedSemaphore(Units, int.MaxValue)),
            SlotKind.BoundedSemaphore => (new(kind, Units, Units, "it"), new ServedSemaphore(Units, Units)),
            SlotKind.Event => (new(kind, 0, 1, "it"), new ServedEvent()),
            SlotKind.Barrier => (new(kind, Parties, 0, "it"), new ServedBarrier(Parties)),
            _ => (new(kind, 0, Room, "it"), new ServedQueue(Room)),
        };
        _model = ModelFactory.Create(info);
        _clients = [.. Enumerable.Range(1, clients).Select(number => new ServedClient(_socket) { Process = number })];
        _pending = new Operation?[clients];
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Goes so many steps.</summary>
    /// <returns>How many operations were done, and not only waited for.</returns>
    public int Go(int steps)
    {
        int done = 0;
        for (int step = 0; step < steps; step++)
        {
            int actor = _random.Next(_clients.Length);
            done += Step(actor, _pending[actor] ?? Choose()) ? 1 : 0;
        }
        return done;
    }

    private bool Step(int actor, Operation operation)
    {
        bool isEnabled = _model.IsEnabled(actor, operation);
        var asked = new ServedOperation(
            operation.Kind,
            operation.Argument,
            operation.Timeout,
            Slice: 0,
            Payload: operation.Payload
        );
        ManagerAnswer answer = _served.Perform(_clients[actor], asked)!;
        Assert.Equal((operation, isEnabled), (operation, answer.Status == ManagerStatus.Done));
        _pending[actor] = operation;
        if (isEnabled)
        {
            Decision expected = _model.Perform(actor, operation);
            Assert.Equal((operation, Say(operation, expected)), (operation, Say(operation, Read(answer))));
            _pending[actor] = Next(operation, expected);
        }
        return isEnabled;
    }

    // What a proxy does next; nothing when it is through with its call.
    private Operation? Next(in Operation operation, in Decision decision) =>
        operation.Kind switch
        {
            OperationKind.GiveWay when decision.Value != Decision.Refused => On(OperationKind.Resume) with
            {
                Timeout = Limit(),
            },
            OperationKind.Resume when !decision.Go => On(OperationKind.Resume),
            OperationKind.Arrive when decision.Value is >= 0 and < Parties - 1 => At(OperationKind.Wait, Limit()),
            _ => null,
        };

    private Operation Choose()
    {
        Operation[] all = _kind switch
        {
            SlotKind.Lock or SlotKind.RLock =>
            [
                At(OperationKind.Acquire, Limit()),
                At(OperationKind.Acquire, Limit()),
                At(OperationKind.Release),
                On(OperationKind.GiveWay),
                On(OperationKind.Notify).ForAtMost(_random.Next(3)),
            ],
            SlotKind.Semaphore or SlotKind.BoundedSemaphore =>
            [
                At(OperationKind.Acquire, Limit()),
                At(OperationKind.Release),
            ],
            SlotKind.Event =>
            [
                At(OperationKind.Set),
                At(OperationKind.Clear),
                At(OperationKind.IsSet),
                At(OperationKind.Wait, Limit()),
            ],
            SlotKind.Barrier =>
            [
                At(OperationKind.Arrive),
                At(OperationKind.Arrive),
                At(OperationKind.Arrive),
                At(OperationKind.Abort),
                At(OperationKind.Reset),
                At(OperationKind.Look),
            ],
            _ =>
            [
                At(OperationKind.Put, Limit()) with
                {
                    Payload = [(byte)_random.Next(256)],
                },
                At(OperationKind.Get, Limit()),
                At(OperationKind.TaskDone),
                At(OperationKind.Wait, Limit()),
                At(OperationKind.Read),
            ],
        };
        return all[_random.Next(all.Length)];
    }

    private long Limit() => _random.Next(2) - 1;

    private static Operation At(OperationKind kind, long timeout = -1) => Operation.OnSlot(kind, 0, timeout);

    private static Operation On(OperationKind kind) => Operation.OnCondition(kind, 0, SlotLayout.Size, "ready");

    // The model counts items, which nobody but the arbiter needs to know.
    private static string Say(in Operation operation, in Decision decision) =>
        operation.Kind is OperationKind.Put or OperationKind.Get or OperationKind.TaskDone
            ? $"{decision.Outcome} {(decision.Go && decision.Value < 0 ? "refused" : Convert.ToHexString(decision.Payload ?? []))}"
            : $"{decision.Outcome} {decision.Value}";

    private static Decision Read(ManagerAnswer answer) =>
        new(
            (Outcome)(int)Wire.Decode(answer.Values[0])!,
            (long)Wire.Decode(answer.Values[1])!,
            answer.Values.Count > 2 ? answer.Values[2] : null
        );
}
