namespace ConcurrencyKatas.Control;

/// <summary>How the queues of a pool are called in a controlled run, so that drawings can tell what they carry.</summary>
public static class QueueNames
{
    /// <summary>What follows the pool's name in the name of the queue of its tasks.</summary>
    public const string Tasks = "'s tasks";

    /// <summary>What follows the pool's name in the name of the queue of its results.</summary>
    public const string Results = "'s results";
}
