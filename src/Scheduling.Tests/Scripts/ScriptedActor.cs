namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Where one actor of a <see cref="ScriptedStage"/> stands.</summary>
/// <param name="Script">Which script it follows.</param>
/// <param name="Next">The instruction at which it is parked; −1 at Begin.</param>
/// <param name="HasThrown">Whether a refused release threw, so that its End is next.</param>
/// <param name="HasEnded">Whether it is gone.</param>
/// <param name="HasReturned">For main: whether it has left the entry method.</param>
internal sealed record ScriptedActor(int Script, int Next, bool HasThrown, bool HasEnded, bool HasReturned)
{
    /// <summary>The actors it has started, in order.</summary>
    public required IReadOnlyList<int> Children { get; init; }

    /// <summary>Whether it shares the memory of the process that started it.</summary>
    public bool IsThread { get; init; }

    /// <summary>Whether the time-out of its wait for a condition came, so that it has to take the lock again.</summary>
    public bool HasGivenUp { get; init; }

    /// <summary>Whether it came to a barrier last and runs the action.</summary>
    public bool Opens { get; init; }

    /// <summary>The number that it last read from an object of a manager.</summary>
    public int Read { get; init; }
}
