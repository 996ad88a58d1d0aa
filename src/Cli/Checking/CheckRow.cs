namespace ConcurrencyKatas.Cli.Checking;

/// <summary>One line of the table at the end of a check.</summary>
internal sealed record CheckRow(string Kata, string Title, string Outcome, bool Right);
