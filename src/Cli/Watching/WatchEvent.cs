using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>Something that a watch must act upon.</summary>
internal abstract record WatchEvent
{
    /// <summary>A kata's file was saved.</summary>
    internal sealed record Saved(Kata Kata) : WatchEvent;

    /// <summary>A key was pressed.</summary>
    internal sealed record Key(char Character) : WatchEvent;

    /// <summary>The input has ended: nobody will press a key any more.</summary>
    internal sealed record InputEnded : WatchEvent;

    /// <summary>The grading or replay under way has ended, by itself or because it was cancelled.</summary>
    internal sealed record Done(GradingResult Result) : WatchEvent;

    /// <summary>There is something to be told.</summary>
    internal sealed record Told(string Sentence) : WatchEvent;

    /// <summary>Something broke; the watch ends with it.</summary>
    internal sealed record Broke(Exception Problem) : WatchEvent;
}
