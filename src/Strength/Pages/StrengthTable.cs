namespace ConcurrencyKatas.Strength.Pages;

/// <summary>A table of plain text.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Head">The names of the columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record StrengthTable(
    string Title,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
