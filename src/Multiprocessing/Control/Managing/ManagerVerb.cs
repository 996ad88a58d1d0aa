namespace ConcurrencyKatas.Control;

/// <summary>What a call on an object of a manager asks for. One member per verb, shared by all objects that have it.</summary>
public enum ManagerVerb : byte
{
    /// <summary>Fills the object with its first content. Arguments: the content.</summary>
    Create = 1,

    /// <summary>Reads. Argument: the key or the index; none for a value.</summary>
    Get = 2,

    /// <summary>Replaces, or adds a key. Arguments: the key or the index (none for a value), the new value.</summary>
    Set = 3,

    /// <summary>Adds what must not be there yet, or appends. Arguments: key and value; of a list, the item.</summary>
    Add = 4,

    /// <summary>Adds a key unless it is there. Arguments: key, value. Answer: the value that is there now, whether it is new.</summary>
    GetOrAdd = 5,

    /// <summary>Takes a key, or the item at an index, out. Answer: what was there.</summary>
    Remove = 6,

    /// <summary>Asks for a key or an item. Answer: 1 or 0.</summary>
    Contains = 7,

    /// <summary>Answer: how many there are.</summary>
    Count = 8,

    /// <summary>Takes everything out.</summary>
    Clear = 9,

    /// <summary>Answer: everything; of a dictionary, keys and values by turns.</summary>
    Copy = 10,

    /// <summary>Answer: the keys.</summary>
    Keys = 11,

    /// <summary>Answer: the values.</summary>
    Values = 12,

    /// <summary>Sets many keys, or appends many items. Arguments: as Copy answers.</summary>
    AddMany = 13,

    /// <summary>Inserts an item. Arguments: index, item.</summary>
    Insert = 14,

    /// <summary>Answer: the first index of an item, or −1.</summary>
    IndexOf = 15,

    /// <summary>Turns a list round.</summary>
    Reverse = 16,

    /// <summary>
    /// For real only: an operation on what callers can wait for, as a controlled run would have it. Arguments: see
    /// <see cref="ServedOperation"/>.
    /// </summary>
    Perform = 30,

    /// <summary>For real only: says who owns a lock, and how many wait for a condition over it. Argument: the condition.</summary>
    Describe = 32,
}
