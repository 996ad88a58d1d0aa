namespace ConcurrencyKatas.Strength.Reports;

/// <summary>A file of a <see cref="MutationReport"/>.</summary>
/// <param name="Language">The language, for colours.</param>
/// <param name="Source">The text without any mutant.</param>
/// <param name="Mutants">Its mutants.</param>
public sealed record MutatedFile(string Language, string Source, IReadOnlyList<MutantEntry> Mutants);
