namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Words for a command line that somebody will paste into a shell.</summary>
internal static class Shell
{
    /// <summary>The word, in single quotes when a shell would read something into it.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '_' or '-' or '\\' or ':')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
