namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>One line that the runner of GitHub Actions reads as a command: <c>::error file=a.cs,line=3::text</c>.</summary>
internal static class WorkflowCommand
{
    /// <summary>Writes it. Properties without a value are left out.</summary>
    public static string Write(string command, string message, params (string Name, string? Value)[] properties)
    {
        var given = properties.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Property(p.Value!)}");
        var list = string.Join(',', given);
        return $"::{command}{(list.Length == 0 ? "" : $" {list}")}::{Data(message)}";
    }

    // What the runner turns back, and in this order: the per cent sign first, or it would be escaped twice.
    private static string Data(string text) =>
        Untrusted
            .Text(text)
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
