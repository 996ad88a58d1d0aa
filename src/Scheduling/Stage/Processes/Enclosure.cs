using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// A program that starts another one inside an isolated place with process ids of its own, and ends with it: bubblewrap.
/// </summary>
/// <param name="Program">Its path.</param>
/// <param name="Arguments">What it is told about the place.</param>
public sealed record Enclosure(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The same program, started inside.</summary>
    public SpawnRequest Around(SpawnRequest request) =>
        request with
        {
            FileName = Program,
            Arguments = [.. Arguments, "--", request.FileName, .. request.Arguments],
        };
}
