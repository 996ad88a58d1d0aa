using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>The concurrency mutants of a kata's solution as submissions: a folder each, removed at the end.</summary>
internal sealed class MutantFiles : IDisposable
{
    private readonly string _folder;

    private MutantFiles(string folder, IReadOnlyList<(JobSubmission Submission, Mutant Mutant)> all) =>
        (_folder, All) = (folder, all);

    /// <summary>Each with what it is.</summary>
    public IReadOnlyList<(JobSubmission Submission, Mutant Mutant)> All { get; }

    /// <summary>Writes them.</summary>
    public static MutantFiles Write(Repository repository, StrengthFolder strength, Kata kata)
    {
        var folder = Path.Combine(strength.Kata(kata.Name), "mutants");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        var texts = kata.Edit.ToDictionary(f => f, f => File.ReadAllText(SolutionFile(repository, kata.Name, f)));
        List<(JobSubmission, Mutant)> all = [];
        foreach (var mutant in kata.Edit.SelectMany(f => MutantFactory.Of(f, texts[f], MutationOperators.All)))
        {
            var name = $"mutant.{all.Count + 1}";
            var own = Path.Combine(folder, name);
            foreach (var file in kata.Edit)
            {
                var path = Path.Combine(own, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file == mutant.File ? mutant.Source : texts[file]);
            }
            all.Add((Submission(kata, name, own), mutant));
        }
        return new MutantFiles(folder, all);
    }

    /// <summary>A file of a kata's solution.</summary>
    public static string SolutionFile(Repository repository, string kata, string file) =>
        Path.Combine(repository.Solutions, kata, file);

    /// <summary>A submission of one kata. A mutant may be the stub itself: it is graded all the same.</summary>
    public static JobSubmission Submission(Kata kata, string label, string path) =>
        new()
        {
            Label = $"{kata.Name}.{label}",
            Path = path,
            Kata = kata.Name,
            GradeUntouched = true,
        };

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
