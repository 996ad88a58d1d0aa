namespace ConcurrencyKatas.Cli.Course;

/// <summary>The hints of a kata, from where to look to how.</summary>
internal static class Hints
{
    /// <summary>Their texts as Markdown, in order.</summary>
    /// <exception cref="UserError">The kata has none.</exception>
    public static IReadOnlyList<string> Of(Repository repository, Kata kata)
    {
        var file = kata.FullPath("HINTS.md");
        IReadOnlyList<string> hints = File.Exists(file) ? [.. Sections.Of(file).Select(s => s.Body)] : [];
        return hints.Count > 0
            ? hints
            : throw new UserError(
                $"There are no hints for {kata.Name}: {repository.Relative(file)} "
                    + (File.Exists(file) ? "has no heading '## …'. " : "does not exist. ")
                    + $"If it was removed: git checkout {repository.Relative(file)}",
                ExitCodes.Failed
            );
    }
}
