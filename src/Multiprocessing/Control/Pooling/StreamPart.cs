namespace ConcurrencyKatas.Control;

/// <summary>One part of a stream of results: values, or the error that stands in their place.</summary>
internal sealed record StreamPart<T>(T[] Values, Exception? Error)
{
    /// <summary>No part: says that there may be news of other kinds.</summary>
    public static readonly StreamPart<T> Wake = new([], null);

    /// <summary>Whether it is that.</summary>
    public bool IsWake => ReferenceEquals(this, Wake);
}
