using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>The source text of one kata of one submission: the student's files, and nothing else of the student's.</summary>
public sealed record SubmissionSource
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 256 * 1024;

    /// <summary>The files named in <c>edit</c>; fewer when <see cref="Diagnostics"/> says why.</summary>
    public required IReadOnlyList<SourceFile> Edit { get; init; }

    /// <summary>Files that cannot be read, as <c>KATA00</c>.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Reads the files of a kata.</summary>
    /// <param name="folder">The kata's own folder, or one that holds a folder of the kata's name.</param>
    /// <param name="kata">Which files to take.</param>
    public static SubmissionSource Read(string folder, KataDefinition kata)
    {
        string inner = Path.Combine(folder, kata.Slug);
        string source = Directory.Exists(inner) ? inner : folder;
        var files = new List<SourceFile>();
        var diagnostics = new List<Diagnostic>();
        foreach (string name in kata.Edit)
        {
            if (
                Complaint(
                    new FileInfo(Path.GetFullPath(Path.Combine(source, name))),
                    Path.GetFullPath(folder),
                    source,
                    kata
                ) is
                { } complaint
            )
            {
                diagnostics.Add(new Diagnostic(name, 0, 0, "KATA00", complaint));
            }
            else
            {
                files.Add(new SourceFile(name, File.ReadAllText(Path.Combine(source, name))));
            }
        }
        return new SubmissionSource { Edit = files, Diagnostics = diagnostics };
    }

    private static string? Complaint(FileInfo file, string root, string folder, KataDefinition kata)
    {
        // A link could show the grader's files in a compiler's message.
        for (FileSystemInfo? part = file; part is not null && part.FullName.Length > root.Length; part = Parent(part))
        {
            if (part.LinkTarget is not null)
            {
                return $"'{part.Name}' is a link. Hand in the file itself.";
            }
        }
        if (!file.Exists)
        {
            return $"The file is missing: {kata.Slug} is solved in {string.Join(", ", kata.Edit)}, looked for in '{folder}'.";
        }
        return file.Length > LargestFile
            ? $"The file has {file.Length:N0} bytes; at most {LargestFile:N0} are read. Remove what the kata does not need."
            : null;
    }

    private static DirectoryInfo? Parent(FileSystemInfo item) =>
        item is FileInfo file ? file.Directory : ((DirectoryInfo)item).Parent;
}
