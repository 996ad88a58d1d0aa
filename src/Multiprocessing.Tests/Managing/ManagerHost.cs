using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A manager on one of the back ends: a server process, or a controller that answers as the arbiter's models do.</summary>
internal sealed class ManagerHost : IDisposable
{
    private readonly Dictionary<int, ManagedState> _objects = [];
    private readonly FakeController? _controller;

    public ManagerHost(string backend)
    {
        if (backend == "controlled")
        {
            _controller = new FakeController(Answer);
        }
        Manager = new Manager();
    }

    public static TheoryData<string> Backends => ["real", "controlled"];

    public Manager Manager { get; }

    public void Dispose()
    {
        Manager.Dispose();
        _controller?.Dispose();
    }

    private Decision Answer(Operation operation)
    {
        if (operation.Kind != OperationKind.Call)
        {
            return new Decision(Outcome.Go);
        }
        if (!_objects.TryGetValue(operation.Object, out ManagedState? state))
        {
            unsafe
            {
                var kind = (SlotKind)(*(int*)(Session.Current.Slot(operation.Object) + SlotLayout.Kind));
                state = _objects[operation.Object] = ManagedState.Create(kind)!;
            }
        }
        ManagerAnswer answer = state.Perform(
            (ManagerVerb)operation.Argument,
            ManagerArguments.Unpack(operation.Payload)
        );
        return new Decision(Outcome.Go, answer.Status == ManagerStatus.Done ? 0 : Decision.Refused, answer.Encode());
    }
}
