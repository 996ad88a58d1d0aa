namespace ConcurrencyKatas.Control;

/// <summary>
/// What a <see cref="SharedObject"/> keeps in its slot where a lock has its word, its sleepers and its owner.
/// </summary>
internal static class SharedLayout
{
    /// <summary>int: the <see cref="SharedBlock"/> with its contents; 0 in a controlled run, where the arbiter keeps them.</summary>
    public const int Block = SlotLayout.Word;

    /// <summary>int: bytes of one value; 0 when values have no fixed size.</summary>
    public const int ElementSize = SlotLayout.Sleepers;

    /// <summary>int: the slot of its lock; 0 when it has none.</summary>
    public const int Lock = SlotLayout.Owner;
}
