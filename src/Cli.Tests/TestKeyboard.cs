using System.Threading.Channels;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A keyboard that tests press.</summary>
internal sealed class TestKeyboard : IKeyboard
{
    private readonly Channel<char> _keys = Channel.CreateUnbounded<char>();

    /// <summary>Whether a person is meant to sit there.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>What is answered to the next question; null for the end of the input.</summary>
    public string? Line { get; set; }

    /// <summary>Lines of the input; when they are used up, <see cref="Line"/> is answered.</summary>
    public System.Collections.Generic.Queue<string> Lines { get; } = [];

    public void Press(char key) => _keys.Writer.TryWrite(key);

    /// <summary>Ends the input.</summary>
    public void End() => _keys.Writer.TryComplete();

    public Task<string?> ReadLineAsync(CancellationToken cancellation) =>
        Task.FromResult(Lines.TryDequeue(out var line) ? line : Line);

    public IAsyncEnumerable<char> KeysAsync(CancellationToken cancellation) => _keys.Reader.ReadAllAsync(cancellation);
}
