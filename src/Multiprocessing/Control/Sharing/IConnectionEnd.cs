namespace ConcurrencyKatas.Control;

/// <summary>What is behind a <see cref="Connection"/>: a descriptor, or the arbiter of a controlled run.</summary>
internal interface IConnectionEnd
{
    /// <summary>Whether it was closed in this process.</summary>
    bool IsClosed { get; }

    /// <summary>Sends a message; waits while the other side has too much to receive.</summary>
    /// <param name="message">The message.</param>
    /// <param name="name">What messages call the end.</param>
    /// <returns>Whether anybody can still receive it.</returns>
    bool Send(ReadOnlySpan<byte> message, string name);

    /// <summary>Waits for a message and receives it.</summary>
    /// <param name="maximum">How many bytes it may have. One that has more makes the end unreadable.</param>
    /// <param name="length">How many bytes it has, if one came.</param>
    /// <param name="message">The message, if one came that was not too long.</param>
    Reception Receive(int maximum, out int length, out byte[] message);

    /// <summary>Closes it in this process. Again is fine.</summary>
    void Close();
}
