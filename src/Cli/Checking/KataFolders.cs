using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Where the parts of one kata lie.</summary>
internal sealed record KataFolders(Repository Repository, string Name)
{
    /// <summary>What is handed out.</summary>
    public string Kata => Path.Combine(Repository.Katas, Name);

    public string Solution => Path.Combine(Repository.Solutions, Name);

    /// <summary>The hidden tests and what they must catch or let pass.</summary>
    public string Grader => Path.Combine(Repository.Graders, Name);

    public IReadOnlyList<string> Impostors => FoldersIn(Path.Combine(Grader, "impostors"));

    public IReadOnlyList<string> Alternatives => FoldersIn(Path.Combine(Grader, "alternatives"));

    /// <summary>Every kata that any of the three rooms has a folder for.</summary>
    public static IReadOnlyList<KataFolders> All(Repository repository) =>
        [
            .. FoldersIn(repository.Katas)
                .Concat(FoldersIn(repository.Solutions))
                .Concat(FoldersIn(repository.Graders).Where(IsOfKata))
                .Select(Path.GetFileName)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(n => new KataFolders(repository, n)),
        ];

    /// <summary>A fault in one of the kata's files.</summary>
    public Fault Fault(string path, string what, string fix) => new(Repository.Relative(path), what, fix);

    // Among the graders are also folders of code that several katas share.
    private static bool IsOfKata(string folder) =>
        Directory.Exists(Path.Combine(folder, "impostors"))
        || File.Exists(Path.Combine(folder, $"{Path.GetFileName(folder)}Tests.cs"));

    private static List<string> FoldersIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];
}
