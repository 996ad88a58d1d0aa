using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>A point that an actor was seen to come to, and where it went from there, by what it was told.</summary>
internal sealed class SeenPoint
{
    private readonly List<(Decision Told, SeenPoint Next)> _after = [];

    /// <summary>Where an actor begins: before its first point.</summary>
    public SeenPoint() => Operation = new Operation(OperationKind.Begin);

    /// <summary>A point where it is about to do something.</summary>
    public SeenPoint(in Operation operation) => (Operation, Arrival) = (operation, Channel.Arrival.Of(operation));

    /// <summary>Where its code has ended.</summary>
    public static SeenPoint End { get; } = new() { Arrival = Channel.Arrival.Home };

    /// <summary>What it is about to do there.</summary>
    public Operation Operation { get; }

    /// <summary>The point's number, by which its worker tells whether it has come there.</summary>
    public ulong Arrival { get; private init; }

    /// <summary>What coming there is.</summary>
    public Moved Moved => this == End ? Moved.Ended : Moved.Parked;

    /// <summary>Whether it is where an actor stands that is about to do this.</summary>
    public bool IsAt(in Operation operation) => this != End && Arrival == Channel.Arrival.Of(operation);

    /// <summary>Where it went from here when it was told this; null when that was not seen.</summary>
    public SeenPoint? After(in Decision decision)
    {
        foreach ((Decision told, SeenPoint next) in _after)
        {
            if (told.Equals(decision))
            {
                return next;
            }
        }
        return null;
    }

    /// <summary>Notes where it went.</summary>
    public SeenPoint Add(in Decision decision, SeenPoint next)
    {
        _after.Add((decision, next));
        return next;
    }
}
