using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>The source text that a kata gives. It always comes from the grader's own checkout.</summary>
public static class GivenSource
{
    private const string SharedUsings = "GlobalUsings.cs";

    /// <summary>The files below <c>Given/</c> in the order of their names, and the shared <c>GlobalUsings.cs</c>.</summary>
    public static IReadOnlyList<SourceFile> Read(KataDefinition kata)
    {
        string given = Path.Combine(kata.Folder, "Given");
        IEnumerable<string> files = Directory.Exists(given)
            ? Directory.EnumerateFiles(given, "*.cs", SearchOption.AllDirectories)
            : [];
        string shared = Path.Combine(kata.Folder, "..", SharedUsings);
        return
        [
            .. files
                .Select(path => (Path: path, Name: Path.GetRelativePath(kata.Folder, path).Replace('\\', '/')))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new SourceFile(file.Name, File.ReadAllText(file.Path))),
            new SourceFile(SharedUsings, File.ReadAllText(shared)),
        ];
    }
}
