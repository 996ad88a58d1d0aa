namespace ConcurrencyKatas.Platform;

/// <summary>A program to start. Its standard input is empty; it gets no descriptor but those named here.</summary>
public sealed record SpawnRequest
{
    /// <summary>The program: a path, or a name that is looked up in this process's PATH.</summary>
    public required string FileName { get; init; }

    /// <summary>Its arguments, without the program's own name.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Its whole environment; <see langword="null"/> for this process's.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Its working directory; <see langword="null"/> for this process's.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Descriptors that it gets.</summary>
    public IReadOnlyList<PassedDescriptor> Descriptors { get; init; } = [];

    /// <summary>
    /// Its process group: <see langword="null"/> stays in this process's, 0 makes a new one that has the child's id,
    /// another number joins that group.
    /// </summary>
    public int? ProcessGroup { get; init; }

    /// <summary>Where its output goes.</summary>
    public SpawnOutput Output { get; init; }
}
