namespace ConcurrencyKatas.Scheduling;

/// <summary>One line of a drawn trace.</summary>
/// <param name="Index">The step's number; −1 for a line that is no step.</param>
/// <param name="Actor">In whose column; −1 for a remark across all of them.</param>
/// <param name="What">The words.</param>
/// <param name="Source">Where in the submission, or null.</param>
/// <param name="IsFaulty">Whether a claim broke here.</param>
/// <param name="Changes">Actors that begin (true) or cease (false) to live below this line.</param>
internal sealed record TraceLine(
    int Index,
    int Actor,
    string What,
    string? Source,
    bool IsFaulty,
    IReadOnlyList<(int Actor, bool Lives)> Changes
);
