using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Makes sense of a folder that somebody wants graded.</summary>
internal static class Submissions
{
    /// <summary>What a path and the wanted katas mean.</summary>
    /// <param name="typed">The path as it was typed.</param>
    /// <param name="workingDirectory">The folder that a relative path starts from.</param>
    /// <param name="wanted">The katas named on the command line; none for all.</param>
    /// <param name="catalogue">The course.</param>
    /// <exception cref="UserError">The folder is missing, is or lies behind a link, or holds no kata.</exception>
    public static GradersRequest Read(
        string typed,
        string workingDirectory,
        IReadOnlyList<Kata> wanted,
        Catalogue catalogue
    )
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed, workingDirectory));
        RefuseLinks(path, typed, workingDirectory);
        if (!Directory.Exists(path))
        {
            throw new UserError(
                File.Exists(path)
                    ? $"SUBMISSION '{typed}' is a file. Name the folder that holds it."
                    : $"SUBMISSION '{typed}' does not exist. Name a folder that holds one folder per kata, such as 'solutions'."
            );
        }
        var folder = new DirectoryInfo(path);
        var candidates = wanted.Count > 0 ? wanted : catalogue.Katas;
        if (candidates.Any(k => Directory.Exists(Path.Combine(path, k.Name))))
        {
            return new GradersRequest { Submissions = [Submission(folder, null)], Katas = candidates };
        }
        var kata = OwnFilesOf(folder, candidates) ?? throw NothingIn(typed, wanted, candidates);
        return new GradersRequest { Submissions = [Submission(folder, kata.Name)], Katas = [kata] };
    }

    /// <summary>Whether a submission of many katas has no folder for this one.</summary>
    public static bool Lacks(JobSubmission submission, Kata kata) =>
        submission.Kata is null && !Directory.Exists(Path.Combine(submission.Path, kata.Name));

    /// <summary>Where a kata's files lie in a submission: the kata's name, or <c>.</c> when they lie in the folder itself.</summary>
    public static string FolderOf(JobSubmission submission, Kata kata) =>
        submission.Kata is null || Directory.Exists(Path.Combine(submission.Path, kata.Name)) ? kata.Name : ".";

    // A link that was handed in could make somebody else's folder, or the solutions of the course, a submission. Where the
    // caller's own folder lies behind links is the caller's business.
    private static void RefuseLinks(string path, string typed, string workingDirectory)
    {
        var here = Path.TrimEndingDirectorySeparator(workingDirectory) + Path.DirectorySeparatorChar;
        for (
            var part = new DirectoryInfo(path);
            part is not null
                && !here.StartsWith(
                    Path.TrimEndingDirectorySeparator(part.FullName) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                );
            part = part.Parent
        )
        {
            if (part.LinkTarget is { } target)
            {
                throw new UserError(
                    $"SUBMISSION '{typed}' {(part.FullName == path ? "is a link" : $"lies behind the link '{part.Name}'")}, "
                        + $"to '{target}'. Hand in the folder itself."
                );
            }
        }
    }

    private static JobSubmission Submission(DirectoryInfo folder, string? kata) =>
        new()
        {
            Label = LabelOf(folder),
            Path = folder.FullName,
            Kata = kata,
        };

    // Everybody's folder of katas is called that; the folder around it says whose it is.
    private static string LabelOf(DirectoryInfo folder) =>
        folder switch
        {
            { Name: Repository.KatasName, Parent: { Parent: not null } around } => around.Name,
            { Parent: null } => "submission",
            _ => folder.Name,
        };

    // The files of one kata, lying in the folder itself: known by the folder's name, or by the names of the files.
    private static Kata? OwnFilesOf(DirectoryInfo folder, IReadOnlyList<Kata> candidates)
    {
        var holding = candidates
            .Where(k => k.Edit.Any(file => File.Exists(Path.Combine(folder.FullName, file))))
            .ToList();
        return holding.Find(k => k.Name == folder.Name) ?? (holding.Count == 1 ? holding[0] : null);
    }

    private static UserError NothingIn(string typed, IReadOnlyList<Kata> wanted, IReadOnlyList<Kata> candidates)
    {
        var example = candidates.Count > 0 ? candidates[0] : null;
        var what = wanted.Count > 0 ? string.Join(" or ", wanted.Select(k => k.Name)) : "any kata of the course";
        return new UserError(
            $"SUBMISSION '{typed}' holds nothing for {what}. It must hold a folder named like the kata"
                + (example is null ? "." : $" ({example.Name}/{string.Join(", ", example.Edit)}), ")
                + (example is null ? "" : "or the files of one kata, which --kata KATA names.")
        );
    }
}
