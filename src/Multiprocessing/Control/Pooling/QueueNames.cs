namespace ConcurrencyKatas.Control;

/// <summary>How the queues of a pool are called in a controlled run, so that drawings can tell what they carry.</summary>
public static class QueueNames
{
    /// <summary>What follows the pool's name in the name of the queue of its tasks.</summary>
    public const string Tasks = "'s tasks";

    /// <summary>What follows the pool's name in the name of the queue of its results.</summary>
    public const string Results = "'s results";

    /// <summary>What stands between the pool's name and a number in the name of the queue of an IMap's results.</summary>
    public const string Stream = "'s IMap ";
}
