using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Reports;

/// <summary>A report in the schema of mutation-testing-elements, version 2, which every viewer of that family shows.</summary>
public sealed record MutationReport
{
    /// <summary>The schema's version.</summary>
    public string SchemaVersion { get; init; } = "2";

    /// <summary>From which scores on a viewer shows green and yellow.</summary>
    public MutationThresholds Thresholds { get; init; } = new(100, 100);

    /// <summary>By path: the files with their mutants.</summary>
    public required IReadOnlyDictionary<string, MutatedFile> Files { get; init; }

    /// <summary>By path: the tests that <see cref="MutantEntry.KilledBy"/> speaks of. Their source is not in it.</summary>
    public IReadOnlyDictionary<string, TestFile>? TestFiles { get; init; }

    /// <summary>A report on the mutants of a kata.</summary>
    /// <param name="outcomes">What became of them.</param>
    /// <param name="source">Reads a file of the solution.</param>
    public static MutationReport Of(KataOutcomes outcomes, Func<string, string> source) =>
        new()
        {
            Files = outcomes
                .Outcomes.Where(o => o.Change is not null)
                .GroupBy(o => o.Change!.File)
                .ToDictionary(
                    file => $"solutions/{outcomes.Kata}/{file.Key}",
                    file => new MutatedFile("cs", source(file.Key), [.. file.Select(MutantEntry.Of)])
                ),
            TestFiles = new Dictionary<string, TestFile>
            {
                [$"graders/{outcomes.Kata}"] = new([
                    .. outcomes.Claims.Select(claim => new TestEntry(claim, claim.Replace('_', ' '))),
                ]),
            },
        };
}
