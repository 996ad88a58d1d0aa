namespace ConcurrencyKatas.Control;

/// <summary>The input of a stream of results, which is read as the results are taken.</summary>
internal interface IStreamFeed
{
    /// <summary>How many parts have been submitted.</summary>
    int Submitted { get; }

    /// <summary>Whether no more will be.</summary>
    bool HasEnded { get; }

    /// <summary>What reading or copying the input threw, once it has ended.</summary>
    Exception? Error { get; }

    /// <summary>Reads on, as far as may be read ahead of what was taken. Another thread that is reading goes on instead.</summary>
    /// <param name="taken">How many parts have been taken.</param>
    void Feed(int taken);

    /// <summary>Reads the input to its end.</summary>
    void FeedAll();

    /// <summary>Reads no more.</summary>
    void Stop();
}
