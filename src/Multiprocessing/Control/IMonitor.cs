namespace ConcurrencyKatas.Control;

/// <summary>A lock over which a <see cref="Condition"/> can be made: it can be given back, and taken again as it was.</summary>
internal interface IMonitor
{
    /// <summary>Whether the caller holds it. A plain lock knows its process only.</summary>
    bool IsMine { get; }

    /// <summary>Gives it back, however often it was taken. For its holder.</summary>
    /// <returns>How often that was.</returns>
    int GiveBack();

    /// <summary>Takes it again as often as it was taken, if that is possible without waiting.</summary>
    bool TryTakeBack(int depth);

    /// <summary>Takes it again as often as it was taken; waits until that is possible. Not under a controller.</summary>
    /// <returns>What the caller is to be told, who holds it in any case: that its last holder has ended.</returns>
    AbandonedLockException? TakeBack(int depth);

    /// <summary>Gives it back, so that whoever takes it next is told what this holder was told.</summary>
    void LeaveAbandoned();
}
