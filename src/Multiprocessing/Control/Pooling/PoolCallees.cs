namespace ConcurrencyKatas.Control;

/// <summary>In a worker: the functions that it was asked for lately. Belongs to one run, so that submissions can be unloaded.</summary>
internal sealed class PoolCallees
{
    private const int Kept = 16;

    private readonly List<(byte[] Header, PoolCallee Callee)> _known = [];

    /// <summary>The function of a task.</summary>
    /// <param name="header">What <see cref="PoolFunction.Header"/> is.</param>
    public PoolCallee Find(ReadOnlySpan<byte> header)
    {
        foreach ((byte[] known, PoolCallee callee) in _known)
        {
            if (header.SequenceEqual(known))
            {
                return callee;
            }
        }
        byte[] copy = header.ToArray();
        var found = PoolCallee.Of(new WireReader(copy).ReadMethod());
        if (_known.Count == Kept)
        {
            _known.RemoveAt(0);
        }
        _known.Add((copy, found));
        return found;
    }
}
