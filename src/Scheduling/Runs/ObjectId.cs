using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Names one object within a run: a primitive, a process, or what marks are recorded on.</summary>
/// <param name="Space">The numbering.</param>
/// <param name="Number">The number in it.</param>
public readonly record struct ObjectId(ObjectSpace Space, int Number)
{
    /// <summary>No object at all.</summary>
    public static readonly ObjectId None;
}
