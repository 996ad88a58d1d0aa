namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>What came of one step.</summary>
/// <param name="Name">Its name, or the action that it uses.</param>
/// <param name="Code">The exit code of its script; null for a step that uses an action, which is not run here.</param>
/// <param name="Log">What it printed.</param>
/// <param name="With">What was handed to the action that it uses.</param>
internal sealed record StepResult(string Name, int? Code, string Log, IReadOnlyDictionary<string, string> With);
