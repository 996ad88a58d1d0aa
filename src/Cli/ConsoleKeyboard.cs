using System.Threading.Channels;

namespace ConcurrencyKatas.Cli;

/// <summary>The standard input of this process.</summary>
/// <remarks>Reading a console cannot be interrupted. It is done on background threads, which end with the process.</remarks>
internal sealed class ConsoleKeyboard : IKeyboard
{
    public bool IsTerminal => !Console.IsInputRedirected;

    public Task<string?> ReadLineAsync(CancellationToken cancellation) =>
        Task
            .Factory.StartNew(
                Console.In.ReadLine,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .WaitAsync(cancellation);

    public IAsyncEnumerable<char> KeysAsync(CancellationToken cancellation)
    {
        var keys = Channel.CreateUnbounded<char>();
        var reader = new Thread(IsTerminal ? () => ReadKeys(keys.Writer) : () => ReadToTheEnd(keys.Writer))
        {
            IsBackground = true,
            Name = "keyboard",
        };
        reader.Start();
        return keys.Reader.ReadAllAsync(cancellation);
    }

    private static void ReadKeys(ChannelWriter<char> keys)
    {
        try
        {
            while (keys.TryWrite(Console.ReadKey(intercept: true).KeyChar))
            {
                // One after another, until the process ends.
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The terminal is gone; so is the person.
            keys.TryComplete();
        }
    }

    private static void ReadToTheEnd(ChannelWriter<char> keys)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(Stream.Null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // What cannot be read, a folder for instance, has ended.
            return;
        }
        finally
        {
            keys.TryComplete();
        }
    }
}
