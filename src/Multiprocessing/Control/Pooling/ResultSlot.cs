namespace ConcurrencyKatas.Control;

/// <summary>What those who wait for a result wait on in a controlled run. Set once.</summary>
internal sealed class ResultSlot : Primitive
{
    /// <summary>Makes one.</summary>
    /// <param name="name">What it is the result of.</param>
    /// <param name="setter">The actor who will set it, for the wait-for graph.</param>
    public ResultSlot(string name, int setter)
        : base(SlotKind.Result, setter, 1, 0, name) { }

    private static IController Controller =>
        Seam.Controller ?? throw new InvalidOperationException("A ResultSlot works in controlled runs only.");

    public void Set(bool isQuiet) =>
        Controller.Arrive(Operation.OnSlot(OperationKind.Set, Offset) with { IsQuiet = isQuiet });

    /// <summary>Waits until it is set.</summary>
    /// <returns>Whether it is.</returns>
    public bool Wait(long timeout) => Controller.Arrive(Operation.OnSlot(OperationKind.Wait, Offset, timeout)).Go;

    private protected override bool TryTake() => throw new NotSupportedException();

    private protected override bool MustWait(int word) => throw new NotSupportedException();
}
