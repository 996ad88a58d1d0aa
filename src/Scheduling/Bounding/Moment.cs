namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Where a schedule stands after one grant, as one more link of the chain of all grants before it. Schedules that begin alike
/// share the beginning.
/// </summary>
internal sealed class Moment
{
    private readonly Happening _done = new() { Actor = -1 };

    private Moment() { }

    /// <summary>A moment after another one.</summary>
    /// <param name="before">The other one.</param>
    /// <param name="done">What was done in between.</param>
    public Moment(Moment before, in Happening done) => (Before, _done) = (before, done);

    /// <summary>The moment before; null at the beginning.</summary>
    public Moment? Before { get; }

    /// <summary>What was done to come here; meaningless at the beginning.</summary>
    public ref readonly Happening Done => ref _done;

    /// <summary>Who was granted to come here; −1 at the beginning.</summary>
    public int Actor => _done.Actor;

    /// <summary>For each actor, how many of its steps are that step or happen before it.</summary>
    public int[] Clock { get; init; } = [];

    /// <summary>The sum of the digests of the actor's own steps up to here.</summary>
    public ulong OwnSteps { get; init; }

    /// <summary>The sum of the digests of all steps up to here: equal for all orders of one interleaving.</summary>
    public ulong Steps { get; init; }

    /// <summary>
    /// Equal for two moments exactly when the same can follow (but for a collision of 64-bit hashes): the steps up to here,
    /// and what else the rules of the arbiter look at.
    /// </summary>
    public ulong Key { get; init; }

    /// <summary>The beginning of every run.</summary>
    public static Moment First() => new();

    /// <summary>The moments from the beginning up to this one.</summary>
    public List<Moment> Way()
    {
        List<Moment> way = [];
        for (var moment = this; moment is not null; moment = moment.Before)
        {
            way.Add(moment);
        }
        way.Reverse();
        return way;
    }
}
