namespace ConcurrencyKatas.Scheduling;

/// <summary>A place in a submission.</summary>
/// <param name="File">File name relative to the kata's folder.</param>
/// <param name="Line">Line number, from 1.</param>
public readonly record struct SourceLine(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
