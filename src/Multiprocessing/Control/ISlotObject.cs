namespace ConcurrencyKatas.Control;

/// <summary>What travels as its type and the place of its slot, and is then the same object in both processes.</summary>
internal interface ISlotObject
{
    /// <summary>Where its slot is in the segment; the same number in every process of the session.</summary>
    int Offset { get; }

    /// <summary>Makes this object, which was made without a constructor, stand for what is at a slot.</summary>
    /// <returns>Whether such an object is there.</returns>
    bool Attach(int offset);
}
