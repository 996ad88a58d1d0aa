using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Jobs whose submissions are wrong in every way that the course knows: most of what grades is run by nothing else.</summary>
internal static class WrongSubmissions
{
    // Of one impostor of each kata it is also measured how soon chance finds it.
    private static readonly DetectionRequest s_little = new()
    {
        Seeds = 2,
        PlainRuns = 2,
        PlainSeconds = 10,
    };

    // What our own tests hand in: it does not compile, never ends, asks for too much.
    private const string Bad = "src/Grading.Tests/Submissions";

    /// <summary>One impostor for each claim of each kata, and everything that our tests hand in.</summary>
    public static Job Of(Repository repository)
    {
        var katas = Catalogue.Read(repository).Katas;
        return Job(
            repository,
            katas,
            [.. katas.SelectMany(kata => Impostors(repository, kata)), .. BadOnes(repository)]
        );
    }

    /// <summary>The same of one kata only.</summary>
    public static Job OfOneKata(Repository repository)
    {
        var kata = Catalogue.Read(repository).Katas[0];
        return Job(repository, [kata], [.. Impostors(repository, kata)]);
    }

    private static Job Job(
        Repository repository,
        IReadOnlyList<Kata> katas,
        IReadOnlyList<JobSubmission> submissions
    ) =>
        new()
        {
            Root = repository.Root,
            Submissions = submissions,
            Katas = [.. katas.Select(kata => kata.Name)],
            ProofBudget = Grading.Jobs.Job.QuickProof,
        };

    private static IEnumerable<JobSubmission> Impostors(Repository repository, Kata kata) =>
        new KataFolders(repository, kata.Name)
            .Impostors.Select(folder => (Folder: folder, Verdict: DeclaredVerdict.Of(folder, kata.Edit)))
            .Where(impostor => impostor.Verdict is not null)
            .DistinctBy(impostor => impostor.Verdict!.ExpectedTest)
            .Select(
                (impostor, number) =>
                    new JobSubmission
                    {
                        Label = $"{kata.Name}.{Path.GetFileName(impostor.Folder)}",
                        Path = impostor.Folder,
                        Kata = kata.Name,
                        GradeUntouched = true,
                        KnownToFail = impostor.Verdict!.ExpectedTest,
                        Detection = number == 0 ? s_little : null,
                    }
            );

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
