namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>A submission that comes over the channel in parts.</summary>
internal sealed class SentSubmission
{
    /// <summary>The assembly, as far as it has come.</summary>
    public MemoryStream Image { get; } = new();

    /// <summary>Its symbols, as far as they have come.</summary>
    public MemoryStream Symbols { get; } = new();

    /// <summary>Loads what has come.</summary>
    public LoadedSubmission Load()
    {
        Image.Position = 0;
        Symbols.Position = 0;
        return new LoadedSubmission(Image, Symbols.Length > 0 ? Symbols : null);
    }
}
