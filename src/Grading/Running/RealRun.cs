using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>What happened in one run for real.</summary>
public sealed record RealRun
{
    /// <summary>What the entry method was called with.</summary>
    public required IReadOnlyList<object?> Arguments { get; init; }

    /// <summary>Every process, in the order in which they began; main first.</summary>
    public required IReadOnlyList<RealProcess> Processes { get; init; }

    /// <summary>The main process.</summary>
    public RealProcess Main => Processes[0];

    /// <summary>Every mark, in order; the step is the mark's place among all events.</summary>
    public required IReadOnlyList<MarkEvent> Marks { get; init; }

    /// <summary>What all processes printed, cut to a million characters.</summary>
    public required string Output { get; init; }

    /// <summary>Main's exit code.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Ids of processes that still ran when main had ended.</summary>
    public required IReadOnlyList<int> Leftovers { get; init; }

    /// <summary>Main's children that the system's process table still had when main left the entry method.</summary>
    public IReadOnlyList<RemainingChild> Remaining { get; init; } = [];

    /// <summary>Everything that was recorded, in order.</summary>
    internal IReadOnlyList<LoggedEvent> Events { get; init; } = [];

    /// <summary>What the entry method returned, if it did.</summary>
    public object? Returned { get; init; }
}
