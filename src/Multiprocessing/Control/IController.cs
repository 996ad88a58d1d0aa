namespace ConcurrencyKatas.Control;

/// <summary>Decides when each operation of this process happens. Installed in <see cref="Seam"/> for controlled runs only.</summary>
public interface IController
{
    /// <summary>Parks the calling actor before <paramref name="operation"/> and returns once the arbiter has granted it.</summary>
    Decision Arrive(in Operation operation);

    /// <summary>Reserves a zeroed slot of <see cref="SlotLayout.Size"/> bytes in the segment of the run.</summary>
    /// <returns>Its offset: the same in every run in which this actor creates its primitives in the same order.</returns>
    int AllocateSlot();
}
