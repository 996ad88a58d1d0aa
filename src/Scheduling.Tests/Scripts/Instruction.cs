using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>One instruction of a script.</summary>
/// <param name="Operation">What the actor does; its object is filled in for children.</param>
/// <param name="Child">For Start: the script of the child. For Join, IsAlive, ExitCode: which child of the actor, from 0; −1 when the operation names an actor.</param>
/// <param name="SkipIfTimedOut">How many instructions are skipped when the operation timed out.</param>
/// <param name="FromRead">For calls: the last argument is what the actor last read, plus this.</param>
internal sealed record Instruction(Operation Operation, int Child = -1, int SkipIfTimedOut = 0, int? FromRead = null)
{
    /// <summary>How many instructions are skipped when the operation did not time out.</summary>
    public int SkipIfDone { get; init; }
}
