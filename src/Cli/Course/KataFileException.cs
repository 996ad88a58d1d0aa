namespace ConcurrencyKatas.Cli.Course;

/// <summary>A <c>kata.json</c> that cannot be understood.</summary>
internal sealed class KataFileException(string message) : Exception(message);
