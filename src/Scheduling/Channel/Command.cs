namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>What an idle worker is told to do.</summary>
public enum Command
{
    /// <summary>Load a submission. Text: path of its assembly; the symbols lie beside it.</summary>
    Load = 1,

    /// <summary>Be the main process. Text: the entry method; payload: its arguments.</summary>
    RunMain = 2,

    /// <summary>Be a child process. Text: its name; payload: what its parent started.</summary>
    RunChild = 3,

    /// <summary>End.</summary>
    Quit = 4,
}
