namespace ConcurrencyKatas.Control;

/// <summary>How a call on an object of a manager went.</summary>
public enum ManagerStatus : byte
{
    /// <summary>It was done.</summary>
    Done = 0,

    /// <summary>There is no such key.</summary>
    NoSuchKey = 1,

    /// <summary>There is no such index.</summary>
    NoSuchIndex = 2,

    /// <summary>The key is there already.</summary>
    KeyExists = 3,

    /// <summary>The list is empty.</summary>
    Empty = 4,

    /// <summary>The object would become larger than an object may be.</summary>
    TooLarge = 5,

    /// <summary>The object was never made by this manager.</summary>
    NoSuchObject = 6,

    /// <summary>The call itself is malformed, or this object knows no such call; our fault.</summary>
    BadCall = 8,

    /// <summary>The server has no descriptor or no thread left for one more client. It closes the connection.</summary>
    Full = 9,

    /// <summary>The server failed over the call, and may have done a part of it; our fault.</summary>
    Failed = 10,

    /// <summary>The caller wanted to hear after a while, and it cannot be done yet. Value: what it says when it asks again.</summary>
    NotYet = 11,
}
