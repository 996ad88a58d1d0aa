using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>What tells one save of a kata from the one before: when its files were written, and what is in them.</summary>
internal static class KataStamp
{
    /// <summary>The stamp; null while a file is missing or held by an editor: the save is not over yet.</summary>
    public static string? Of(Kata kata)
    {
        try
        {
            var given = kata.FullPath("Given");
            var files = kata
                .Edit.Select(kata.FullPath)
                .Concat(
                    Directory.Exists(given)
                        ? Directory
                            .EnumerateFiles(given, "*.cs", SearchOption.AllDirectories)
                            .Order(StringComparer.Ordinal)
                        : []
                );
            return string.Join('\n', files.Select(Of));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A tool that writes the same text once more has saved, too; and a clock may be too coarse to tell two texts apart.
    private static string Of(string file)
    {
        var content = Convert.ToHexStringLower(ContentHash.OfFile(file));
        return $"{file} {File.GetLastWriteTimeUtc(file).Ticks} {content}";
    }
}
