namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>All that decides what an actor does as long as it is told the same.</summary>
/// <param name="Actor">Its number, which what it makes is numbered by.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">What it is to do.</param>
internal readonly record struct Beginning(int Actor, string Name, byte[] Payload)
{
    /// <summary>Whether both are the same, payloads byte by byte.</summary>
    public bool Equals(Beginning other) =>
        Actor == other.Actor && Name == other.Name && Payload.AsSpan().SequenceEqual(other.Payload);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Actor);
        hash.AddBytes(Payload);
        return hash.ToHashCode();
    }
}
