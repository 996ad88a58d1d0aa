namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A key of a dictionary whose hash code does, in the process of the test, what the test wants.</summary>
public sealed record FussyKey(int Number)
{
    /// <summary>What happens when it is asked for its hash code; not set in workers.</summary>
    public static Action? OnHash { get; set; }

    public override int GetHashCode()
    {
        OnHash?.Invoke();
        return Number;
    }

    public bool Equals(FussyKey? other) => Number == other?.Number;
}
