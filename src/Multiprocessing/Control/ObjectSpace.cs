namespace ConcurrencyKatas.Control;

/// <summary>In which numbering an operation's object is named.</summary>
public enum ObjectSpace
{
    /// <summary>The operation is about no object (a sleep, a print).</summary>
    None,

    /// <summary>A primitive: the number is the offset of its slot in the segment.</summary>
    Slot,

    /// <summary>A process: the number is its actor.</summary>
    Actor,

    /// <summary>An object that marks name: the number is given by the arbiter, by name.</summary>
    Mark,
}
