using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

/// <summary>Grants everything, keeps what arrived, and shows a clock that moves on by a second with each reading.</summary>
internal sealed class RecordingController : IController, IDisposable
{
    private long _now;

    public RecordingController() => Seam.Controller = this;

    public List<Operation> Operations { get; } = [];

    public Decision Arrive(in Operation operation)
    {
        Operations.Add(operation);
        if (operation.Kind != OperationKind.ReadClock)
        {
            return new Decision(Outcome.Go);
        }
        _now += TimeSpan.TicksPerSecond;
        return new Decision(Outcome.Go, _now);
    }

    public int AllocateSlot() => throw new NotSupportedException("The samples have no primitives.");

    public void Dispose() => Seam.Controller = null;
}
