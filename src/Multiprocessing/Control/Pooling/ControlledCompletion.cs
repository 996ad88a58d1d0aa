namespace ConcurrencyKatas.Control;

/// <summary>A completion between two actors of a controlled run.</summary>
internal sealed class ControlledCompletion(ControlledCrew crew, ResultSlot slot) : Completion
{
    // The results thread goes straight on to the next result.
    public override void Set() => slot.Set(isQuiet: crew.IsResultsThread);

    public override bool Wait(long timeout)
    {
        // Only the thread itself could set it, so what it sees is what it will see.
        if (timeout < 0 && crew.IsResultsThread && !slot.Wait(0))
        {
            PoolRules.RefuseInCallback(true, crew.Name);
        }
        return slot.Wait(timeout);
    }
}
