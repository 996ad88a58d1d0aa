namespace ConcurrencyKatas.Control;

/// <summary>What a wait for a message has brought.</summary>
internal enum Reception
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>There are no more: everybody has closed the other end.</summary>
    End,

    /// <summary>A message with more bytes than were accepted.</summary>
    TooLong,

    /// <summary>Nothing, because of a message that was too long.</summary>
    Unreadable,

    /// <summary>Parts of a message that another process was receiving at the same time. Known in controlled runs only.</summary>
    Torn,
}
