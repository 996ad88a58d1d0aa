using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>What an actor of the current run is there for.</summary>
internal sealed class Role(int process, string name, byte[] payload)
{
    /// <summary>The actor of the process that it is, or that it is a thread of.</summary>
    public int Process => process;

    /// <summary>Its name; of main, the entry method.</summary>
    public string Name => name;

    /// <summary>What it is to do; of main, the arguments.</summary>
    public byte[] Payload => payload;

    /// <summary>Whether its Begin was granted.</summary>
    public bool Entered { get; set; }

    /// <summary>Where it stands, if that is known from earlier runs; null while nothing is foreseen of it.</summary>
    public SeenPoint? Point { get; set; }

    /// <summary>The kind of what it was last seen to stand at: read once, so that what is granted is what was judged.</summary>
    public OperationKind Kind { get; set; }

    /// <summary>The last start or print that it was seen to stand at.</summary>
    public Operation Pending { get; set; }
}
