namespace ConcurrencyKatas.Control;

/// <summary>A message that is being sent. Ends of pipes that were posted with it are taken back unless it was.</summary>
internal ref struct Outgoing : IDisposable
{
    private readonly WireBuffer _buffer = WireBuffer.Rent();
    private List<PostedConnection>? _posted;

    private Outgoing(object? value, string path, bool isMessage)
    {
        if (WireShort.TryWrite(_buffer, value))
        {
            return;
        }
        var writer = new WireWriter(_buffer) { IsMessage = isMessage };
        try
        {
            writer.Write(value, path);
            _posted = writer.Posted;
        }
        catch
        {
            _posted = writer.Posted;
            Dispose();
            throw;
        }
    }

    /// <summary>The encoded value.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _buffer.Written;

    /// <summary>Encodes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">What it is called in a message about something that cannot travel.</param>
    /// <param name="isMessage">Whether somebody will receive it, and so fetch ends of pipes; what is kept nobody need ever ask for.</param>
    /// <exception cref="MultiprocessingUsageException">Something in it cannot travel; the message names it by path.</exception>
    public static Outgoing Of(object? value, string path, bool isMessage = true) => new(value, path, isMessage);

    /// <summary>Says whether it was sent.</summary>
    public bool Done(bool wasSent)
    {
        _posted = wasSent ? null : _posted;
        return wasSent;
    }

    /// <summary>Nobody uses the bytes any more.</summary>
    public readonly void Dispose()
    {
        _posted?.ForEach(static posted => PostOffice.TakeBack(posted));
        _buffer.Return();
    }
}
