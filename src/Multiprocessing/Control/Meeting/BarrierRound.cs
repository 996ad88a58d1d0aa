namespace ConcurrencyKatas.Control;

/// <summary>What the word of a barrier says: which round it is, and what happens in it.</summary>
/// <param name="Word">The word.</param>
internal readonly record struct BarrierRound(int Word)
{
    private const int Bits = 3;

    public BarrierRound(int number, BarrierPhase phase)
        : this(unchecked(number << Bits) | (int)phase) { }

    /// <summary>Which round; comes round itself after half a milliard of them.</summary>
    public int Number => Word >>> Bits;

    public BarrierPhase Phase => (BarrierPhase)(Word & ((1 << Bits) - 1));

    /// <summary>The same round in another phase.</summary>
    public BarrierRound In(BarrierPhase phase) => new(Number, phase);

    /// <summary>The round after this one.</summary>
    public BarrierRound Next() => new(unchecked(Number + 1), BarrierPhase.Filling);
}
