namespace ConcurrencyKatas.Cli.Checking;

/// <summary>One broken rule of a kata.</summary>
/// <param name="File">The file or folder, as typed from the repository's root.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fix">What to do.</param>
internal sealed record Fault(string File, string What, string Fix);
