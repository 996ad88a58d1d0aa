namespace ConcurrencyKatas.Platform;

/// <summary>Where a child's standard output and standard error go.</summary>
public enum SpawnOutput
{
    /// <summary>Where this process's go.</summary>
    Inherit,

    /// <summary>Nowhere.</summary>
    Null,

    /// <summary>Into two pipes that <see cref="ChildHandle"/> reads.</summary>
    Pipe,
}
