using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// The happens-before relation of a run that is not over, one step after the other: the relation of
/// <see cref="HappensBefore"/>. It can tell to which moment a step would lead before it is made.
/// </summary>
internal sealed class OrderSoFar
{
    private readonly List<List<Moment>> _steps = []; // of each actor
    private readonly Dictionary<int, int[]> _births = []; // what an actor knows before its first step

    /// <summary>Adds the next step of the run.</summary>
    public void Add(Moment moment)
    {
        MakePlaceFor(moment.Actor);
        _steps[moment.Actor].Add(moment);
        if (moment.Done.Operation.Kind == OperationKind.Start)
        {
            _births[moment.Done.Object.Number] = moment.Clock;
        }
    }

    /// <summary>The moment to which a step would lead.</summary>
    /// <param name="here">Where the run stands.</param>
    /// <param name="done">The step.</param>
    /// <param name="decision">What it would bring.</param>
    /// <param name="actors">How many have been started up to here.</param>
    /// <param name="looks">What the rules of the arbiter know after it that is no step: <see cref="World.DigestOfLooks"/>.</param>
    public Moment After(Moment here, in Happening done, Decision decision, int actors, ulong looks)
    {
        MakePlaceFor(actors - 1);
        var own = _steps[done.Actor];
        var clock = ClockOf(done, own);
        var digest = DigestOf(done, decision, clock);
        var steps = here.Steps + digest;
        return new Moment(here, done)
        {
            Clock = clock,
            OwnSteps = digest + (own.Count > 0 ? own[^1].OwnSteps : 0),
            Steps = steps,
            Key = SplitMix.Mix(steps) + looks,
        };
    }

    /// <summary>
    /// The sum of the digests of all steps that an actor knows of. Who knows of the same steps stands at the same point.
    /// </summary>
    public ulong KnownTo(Moment last)
    {
        var sum = 0UL;
        for (var actor = 0; actor < last.Clock.Length; actor++)
        {
            sum += last.Clock[actor] > 0 ? _steps[actor][last.Clock[actor] - 1].OwnSteps : 0;
        }
        return sum;
    }

    private void MakePlaceFor(int actor)
    {
        while (_steps.Count <= actor)
        {
            _steps.Add([]);
        }
    }

    private int[] ClockOf(in Happening done, List<Moment> own)
    {
        var known = own.Count > 0 ? own[^1].Clock : _births.GetValueOrDefault(done.Actor, []);
        var clock = new int[_steps.Count];
        known.CopyTo(clock, 0);
        clock[done.Actor] = own.Count + 1;
        for (var other = 0; other < _steps.Count; other++)
        {
            JoinLastConflict(clock, _steps[other], other, done);
        }
        return clock;
    }

    // Whoever conflicts with an earlier step of an actor comes after all that are before that one.
    private static void JoinLastConflict(int[] clock, List<Moment> steps, int actor, in Happening done)
    {
        for (var serial = steps.Count; serial > clock[actor]; serial--)
        {
            var earlier = steps[serial - 1];
            if (Independence.MayConflict(earlier.Done, done))
            {
                for (var i = 0; i < earlier.Clock.Length; i++)
                {
                    clock[i] = Math.Max(clock[i], earlier.Clock[i]);
                }
                return;
            }
        }
    }

    private static ulong DigestOf(in Happening done, Decision decision, int[] clock)
    {
        var digest = new Digest()
            .Add(done.Actor)
            .Add((int)done.Operation.Kind)
            .Add((int)done.Object.Space)
            .Add(done.Object.Number)
            .Add(done.Operation.Text)
            .Add((int)decision.Outcome);
        // Zeros would depend on who was heard of at the time.
        for (var actor = 0; actor < clock.Length; actor++)
        {
            if (clock[actor] > 0)
            {
                digest = digest.Add(actor).Add(clock[actor]);
            }
        }
        return digest.Value;
    }
}
