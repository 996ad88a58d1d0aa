namespace ConcurrencyKatas.Scheduling;

/// <summary>How a trace is drawn.</summary>
public sealed record DrawingOptions
{
    /// <summary>The defaults.</summary>
    public static readonly DrawingOptions Default = new();

    /// <summary>Letters in a line.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The step where the claim broke; null marks none.</summary>
    public int? FaultyStep { get; init; }

    /// <summary>Traces of more steps leave out what concerns one actor only.</summary>
    public int FoldAbove { get; init; } = 40;

    /// <summary>Traces that still have more lines leave out their middle.</summary>
    public int MaxLines { get; init; } = 120;

    /// <summary>Which objects are private; null works it out from the run itself.</summary>
    public Profile? Profile { get; init; }
}
