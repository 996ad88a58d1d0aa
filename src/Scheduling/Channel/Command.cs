namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>What an idle worker is told to do.</summary>
public enum Command
{
    /// <summary>Load the submission that was sent. Text: its name in messages.</summary>
    Load = 1,

    /// <summary>Be the main process. Text: the entry method; payload: its arguments.</summary>
    RunMain = 2,

    /// <summary>Be a child process. Text: its name; payload: what its parent started.</summary>
    RunChild = 3,

    /// <summary>End.</summary>
    Quit = 4,

    /// <summary>Keep the payload: the next part of the assembly that is to be loaded.</summary>
    Image = 5,

    /// <summary>Keep the payload: the next part of its symbols.</summary>
    Symbols = 6,

    /// <summary>Load once more what was loaded last, in another context. Text: its name in messages.</summary>
    LoadAgain = 7,
}
