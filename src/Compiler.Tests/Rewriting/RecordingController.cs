using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

/// <summary>Grants everything, keeps what arrived, and shows a clock that moves on by a second with each reading.</summary>
internal sealed class RecordingController : IController, IDisposable
{
    private long _now;
    private int _slots;

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

    public unsafe int AllocateSlot()
    {
        int offset = Session.ArenaBase + (_slots++ * SlotLayout.Size);
        new Span<byte>(Session.Current.Slot(offset), SlotLayout.Size).Clear();
        return offset;
    }

    public void Loop() => throw new LoopException();

    public void Dispose() => Seam.Controller = null;

    public sealed class LoopException : Exception;
}
