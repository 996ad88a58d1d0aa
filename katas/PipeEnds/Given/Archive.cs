namespace ConcurrencyKatas.PipeEnds;

/// <summary>What the archivist does in the cellar. Do not edit: graders use their own copy.</summary>
public static class Archive
{
    /// <summary>Finds out what stands on a shelf.</summary>
    /// <returns>The answer. That of an empty shelf is an empty text.</returns>
    public static string Find(int shelf)
    {
        Mark.On("archive").Record($"finds shelf {shelf}");
        return shelf == 0 ? "" : $"books of shelf {shelf}";
    }

    /// <summary>Closes the archive for today. Once, when nobody can ask any more.</summary>
    /// <param name="answered">How many questions were answered.</param>
    public static void Close(int answered) => Mark.On("archive").Record($"closes after {answered} answers");
}
