using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// Grants what the one process that there is asks for, as the models of the arbiter say. Where they say that it would wait for
/// ever, a test is wrong.
/// </summary>
internal sealed class ModelController : IController, IDisposable
{
    private readonly World _world = new(static slot => SlotReader.Read(Session.Current.Memory, slot));
    private int _slots;

    public ModelController() => Seam.Controller = this;

    public Decision Arrive(in Operation operation)
    {
        var parked = _world.Park(0, operation);
        return _world.IsEnabled(parked) || parked.IsTimed
            ? _world.Perform(parked)
            : throw new InvalidOperationException($"{operation.Kind} would wait, and there is nobody to wait for.");
    }

    public int AllocateSlot() => Session.ArenaBase + (_slots++ * SlotLayout.Size);

    public void Dispose() => Seam.Controller = null;
}
