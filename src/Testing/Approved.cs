using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Testing;

/// <summary>
/// Compares text with what a person approved: <c>TestClass.Test_name.verified.txt</c> beside the test's source. Text
/// that differs is written to <c>….received.txt</c>; whoever finds it right renames it. The file names and the
/// meaning are those of the Verify package, which takes over when this is built with <c>-p:SnapshotEngine=Verify</c>.
/// </summary>
public static class Approved
{
    /// <summary>Fails unless the text is the approved one. Line ends and blanks at the end of a line do not count.</summary>
    /// <param name="text">What the test produced.</param>
    /// <param name="variant">Tells apart several texts of one test.</param>
    /// <param name="source">The test's source file; given by the compiler.</param>
    /// <param name="test">The test's name; given by the compiler.</param>
    /// <exception cref="NotApprovedException">It differs, or nothing was approved yet.</exception>
    public static Task MatchAsync(
        string text,
        string? variant = null,
        [CallerFilePath] string source = "",
        [CallerMemberName] string test = ""
    )
    {
        var name = $"{Path.GetFileNameWithoutExtension(source)}.{test}{(variant is null ? "" : $".{variant}")}";
        return Engine.MatchAsync(Tidy(text), Path.GetDirectoryName(source)!, name);
    }

    private static string Tidy(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim('\n');
}
