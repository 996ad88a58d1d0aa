namespace ConcurrencyKatas.Strength.Coverage;

/// <summary>What was run of one file.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
/// <param name="Lines">Lines with code.</param>
/// <param name="CoveredLines">Those that were run.</param>
/// <param name="Branches">Ways that a condition can go.</param>
/// <param name="CoveredBranches">Those that were gone.</param>
/// <param name="MissingLines">The numbers of the lines that were not run.</param>
public sealed record CoveredFile(
    string Path,
    int Lines,
    int CoveredLines,
    int Branches,
    int CoveredBranches,
    IReadOnlyList<int> MissingLines
)
{
    /// <summary>The room: <c>Scheduling</c> of <c>src/Scheduling/Proof/X.cs</c>; the kata of a file of the solutions.</summary>
    public string Room => Path.Split('/') is [_, var room, ..] ? room : Path;
}
