using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;

namespace ConcurrencyKatas.Strength.Tests;

/// <summary>The solutions of the course.</summary>
internal sealed class Solutions
{
    private readonly string _folder = Path.Combine(RepositoryRoot.Find(), "solutions");

    public bool Exist => Directory.Exists(_folder);

    public IEnumerable<string> Katas =>
        Directory
            .EnumerateDirectories(_folder)
            .Where(folder => File.Exists(Path.Combine(folder, "NOTES.md")))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

    public Equivalents Equivalents(string kata) =>
        ConcurrencyKatas.Strength.Mutants.Equivalents.Read(Text(kata, "NOTES.md"));

    public string Text(string kata, string file) =>
        Path.Combine(_folder, kata, file) is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    public IEnumerable<Mutant> Mutants(string kata) =>
        Directory
            .EnumerateFiles(Path.Combine(_folder, kata), "*.cs")
            .SelectMany(file =>
                MutantFactory.Of(Path.GetFileName(file), File.ReadAllText(file), MutationOperators.All)
            );
}
