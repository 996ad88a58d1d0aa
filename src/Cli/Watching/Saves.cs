using System.Threading.Channels;
using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>
/// Notices which katas were saved. What is believed is the files: events only say when to look. So it does not matter
/// whether an editor writes in place, in pieces, or by renaming; nor whether the system tells of it at all.
/// </summary>
internal sealed class Saves : IAsyncDisposable
{
    private readonly IReadOnlyList<Kata> _katas;
    private readonly SavesOptions _options;
    private readonly Action<Kata> _saved;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, string?> _stamps;
    private readonly System.Threading.Lock _gate = new();
    private readonly Channel<bool> _events = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;
    private IDisposable? _listening;

    /// <summary>Begins to watch. What is in the files now is not a save.</summary>
    /// <param name="folder">The folder that holds the katas.</param>
    /// <param name="katas">The katas to watch.</param>
    /// <param name="options">How.</param>
    /// <param name="saved">Called, on some thread, with each kata that was saved.</param>
    /// <param name="tell">Told, in a sentence, when the system's events are not to be had.</param>
    public Saves(
        string folder,
        IReadOnlyList<Kata> katas,
        SavesOptions options,
        Action<Kata> saved,
        Action<string> tell
    )
    {
        (_katas, _options, _saved, _tell) = (katas, options, saved, tell);
        try
        {
            _listening = options.Listen(folder, () => _events.Writer.TryWrite(true));
        }
        catch (IOException e)
        {
            tell($"{e.Message} {Instead()}");
        }
        _stamps = katas.ToDictionary(k => k.Name, KataStamp.Of);
        _looking = Task.Run(KeepLookingAsync);
    }

    /// <summary>Looks now, whatever was told. Whoever is told of saves is told before this returns.</summary>
    /// <returns>How many katas were saved since the last look.</returns>
    public int Look()
    {
        lock (_gate)
        {
            var found = 0;
            foreach (var kata in _katas)
            {
                if (KataStamp.Of(kata) is { } stamp && stamp != _stamps[kata.Name])
                {
                    _stamps[kata.Name] = stamp;
                    _saved(kata);
                    found++;
                }
            }
            return found;
        }
    }

    /// <summary>Stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
    }

    private async Task KeepLookingAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var told = await ToldWithinAsync(_listening is null ? _options.Poll : _options.Round);
            while (told && await ToldWithinAsync(_options.Quiet))
            {
                // Still writing.
            }
            if (_end.IsCancellationRequested)
            {
                return;
            }
            if (Look() == 0 || told || _listening is null)
            {
                continue;
            }
            if (await ToldWithinAsync(_options.Round))
            {
                // Late, or of another save: put back, for what it tells of may not have been seen.
                _events.Writer.TryWrite(true);
            }
            else
            {
                // A shared or mounted folder, most likely: its changes are made elsewhere.
                _listening.Dispose();
                _listening = null;
                if (!_end.IsCancellationRequested)
                {
                    _tell($"A file was saved and the system did not tell. {Instead()}");
                }
            }
        }
    }

    private string Instead() =>
        $"Saves are looked for every {_options.Poll.TotalSeconds:0.##} s instead; that works as well.";

    private async Task<bool> ToldWithinAsync(TimeSpan time)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        moment.CancelAfter(time);
        try
        {
            return await _events.Reader.ReadAsync(moment.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
