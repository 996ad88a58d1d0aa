namespace ConcurrencyKatas.Cli;

/// <summary>The person at the keyboard, or whatever the standard input is instead.</summary>
internal interface IKeyboard
{
    /// <summary>Whether a person types: the standard input is a terminal.</summary>
    bool IsTerminal { get; }

    /// <summary>One line; null at the end of the input.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellation);

    /// <summary>
    /// Every key that is pressed in a terminal. Of another input, nothing; but the sequence ends where that input does.
    /// </summary>
    IAsyncEnumerable<char> KeysAsync(CancellationToken cancellation);
}
