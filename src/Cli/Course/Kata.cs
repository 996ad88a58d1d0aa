namespace ConcurrencyKatas.Cli.Course;

/// <summary>What the CLI reads of one <c>kata.json</c>.</summary>
internal sealed record Kata
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    public required string Folder { get; init; }

    public required string Title { get; init; }

    public required string Track { get; init; }

    public required int Difficulty { get; init; }

    public required IReadOnlyList<string> Teaches { get; init; }

    /// <summary>Where the idea sits in Python; empty when that is not said.</summary>
    public required string Python { get; init; }

    /// <summary>Where it sits in the library of the course; empty when that is not said.</summary>
    public required string Library { get; init; }

    /// <summary>Where it sits in .NET programs in production; empty when that is not said.</summary>
    public required string Production { get; init; }

    /// <summary>The katas to do before this one.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>The files that the student owns, relative to the folder.</summary>
    public required IReadOnlyList<string> Edit { get; init; }

    /// <summary>The parameters of the entry method, in order.</summary>
    public required IReadOnlyList<KataParameter> Parameters { get; init; }

    /// <summary>Makes a path inside the kata's folder absolute.</summary>
    public string FullPath(string file) => Path.Combine(Folder, file);
}
