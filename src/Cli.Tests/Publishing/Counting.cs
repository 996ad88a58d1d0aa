namespace ConcurrencyKatas.Cli.Tests.Publishing;

/// <summary>Counts parts of a text.</summary>
internal static class Counting
{
    /// <summary>How often the part is in the text.</summary>
    public static int Times(this string text, string part) => text.Split(part).Length - 1;
}
