namespace ConcurrencyKatas.Control;

/// <summary>An encoded value that can be a key: two are equal when they are the same bytes.</summary>
/// <param name="Bytes">What <see cref="Wire.Encode"/> wrote.</param>
public readonly record struct WireBytes(byte[] Bytes)
{
    /// <inheritdoc/>
    public bool Equals(WireBytes other) => Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }
}
