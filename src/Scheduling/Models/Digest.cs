namespace ConcurrencyKatas.Scheduling;

/// <summary>A running 64-bit hash that is the same on every machine and in every version of .NET (FNV-1a, well mixed).</summary>
public readonly record struct Digest
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Stored xor-ed with the offset, so that default(Digest) is the empty digest.
    private readonly ulong _state;

    private Digest(ulong state) => _state = state ^ Offset;

    /// <summary>The hash so far.</summary>
    public ulong Value => SplitMix.Mix(_state ^ Offset);

    /// <summary>The hash with one more number.</summary>
    public Digest Add(long number)
    {
        var state = _state ^ Offset;
        return new Digest(SplitMix.Mix((state ^ (ulong)number) * Prime) ^ (state >> 7));
    }

    /// <summary>The hash with one more text; null differs from the empty text.</summary>
    public Digest Add(string? text)
    {
        var state = (_state ^ Offset) * Prime;
        foreach (var letter in text ?? "\0")
        {
            state = (state ^ letter) * Prime;
        }
        return new Digest(state).Add(text?.Length ?? -1);
    }
}
