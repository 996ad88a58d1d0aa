namespace ConcurrencyKatas.Cli.Course;

/// <summary>One parameter of a kata's entry method.</summary>
/// <param name="Type">Its C# type: <c>int</c>.</param>
/// <param name="Name">Its name: <c>guests</c>.</param>
/// <param name="Default">What <c>./kata run</c> passes when nothing else is said; null when it must be said.</param>
internal sealed record KataParameter(string Type, string Name, string? Default);
