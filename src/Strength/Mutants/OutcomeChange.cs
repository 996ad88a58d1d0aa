namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>What a mutant changed.</summary>
/// <param name="File">The file, relative to the kata's folder.</param>
/// <param name="Operator">What made it.</param>
/// <param name="Original">What stood there.</param>
/// <param name="Replacement">What stands there now.</param>
/// <param name="StartLine">Where it begins, from 1.</param>
/// <param name="StartColumn">Where it begins, from 1.</param>
/// <param name="EndLine">Where it ends, from 1.</param>
/// <param name="EndColumn">Where it ends, from 1; the first column that does not belong to it.</param>
public sealed record OutcomeChange(
    string File,
    string Operator,
    string Original,
    string Replacement,
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn
)
{
    /// <summary>The change of a mutant of ours.</summary>
    public static OutcomeChange Of(Mutant mutant) =>
        new(
            mutant.File,
            mutant.Operator,
            mutant.Original,
            mutant.Replacement,
            mutant.Location.Start.Line + 1,
            mutant.Location.Start.Character + 1,
            mutant.Location.End.Line + 1,
            mutant.Location.End.Character + 1
        );
}
