using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>A job whose submissions are wrong in every way that the course knows: most of what grades is run by nothing else.</summary>
internal static class WrongSubmissions
{
    // What our own tests hand in: it does not compile, never ends, asks for too much.
    private const string Bad = "src/Grading.Tests/Submissions";

    /// <summary>One impostor for each claim of each kata, and everything that our tests hand in.</summary>
    public static Job Job(Repository repository)
    {
        var katas = Catalogue.Read(repository).Katas;
        return new Job
        {
            Root = repository.Root,
            Submissions = [.. katas.SelectMany(kata => Impostors(repository, kata)), .. BadOnes(repository)],
            Katas = [.. katas.Select(kata => kata.Name)],
            ProofBudget = Grading.Jobs.Job.QuickProof,
        };
    }

    private static IEnumerable<JobSubmission> Impostors(Repository repository, Kata kata) =>
        new KataFolders(repository, kata.Name)
            .Impostors.Select(folder => (Folder: folder, Verdict: DeclaredVerdict.Of(folder, kata.Edit)))
            .Where(impostor => impostor.Verdict is not null)
            .DistinctBy(impostor => impostor.Verdict!.ExpectedTest)
            .Select(impostor => new JobSubmission
            {
                Label = $"{kata.Name}.{Path.GetFileName(impostor.Folder)}",
                Path = impostor.Folder,
                Kata = kata.Name,
                GradeUntouched = true,
            });

    private static IEnumerable<JobSubmission> BadOnes(Repository repository)
    {
        var folder = Path.Combine(repository.Root, Bad);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .Order(StringComparer.Ordinal)
                .Select(one => new JobSubmission { Label = Path.GetFileName(one), Path = one })
            : [];
    }
}
