namespace ConcurrencyKatas.Cli.Running;

/// <summary>How a kata is run by hand.</summary>
/// <param name="Debug">Whether every process waits for a debugger.</param>
/// <param name="Wait">How long at most; null for as long as nobody presses a key.</param>
internal sealed record RunOptions(bool Debug, TimeSpan? Wait);
