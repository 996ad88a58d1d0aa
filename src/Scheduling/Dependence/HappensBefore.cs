using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// The happens-before relation of a run: program order, start before first point, and the run's order of every two steps
/// that <see cref="Independence.MayConflict"/>. Two runs with the same relation differ in nothing that anybody can notice.
/// </summary>
public sealed class HappensBefore
{
    private readonly Happening[] _happenings;
    private readonly int[] _serial; // the step is its actor's n-th, from 1
    private readonly int[][] _clocks; // for each step and actor: how many of that actor's steps are at or before it
    private readonly int[][] _last; // for each actor: the clock after its last step
    private readonly List<int>[] _places; // for each actor: its steps so far

    /// <summary>Works the relation out.</summary>
    public HappensBefore(Run run)
    {
        var steps = run.Steps;
        var actors = run.Actors.Count;
        SharesMemory = run.SharesMemory;
        _happenings = new Happening[steps.Count];
        _serial = new int[steps.Count];
        _clocks = new int[steps.Count][];
        _places = [.. Enumerable.Range(0, actors).Select(_ => new List<int>())];
        _last = [.. Enumerable.Range(0, actors).Select(_ => new int[actors])];
        for (var i = 0; i < steps.Count; i++)
        {
            _happenings[i] = Happening.Of(run, steps[i]);
            Add(i, steps[i]);
        }
    }

    /// <summary>Whether a process of the run had two actors, so that local operations have an order too.</summary>
    public bool SharesMemory { get; }

    /// <summary>The steps as independence sees them.</summary>
    public IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>Whether step <paramref name="earlier"/> happens before step <paramref name="later"/>, or is it.</summary>
    public bool Before(int earlier, int later) => _clocks[later][_happenings[earlier].Actor] >= _serial[earlier];

    /// <summary>Whether a step happens before where <paramref name="actor"/> stood after its step number <paramref name="taken"/>.</summary>
    internal bool IsKnownTo(int step, int[] clock) => clock[_happenings[step].Actor] >= _serial[step];

    /// <summary>What the actor knew just before its step <paramref name="index"/>.</summary>
    internal int[] ClockBefore(int index)
    {
        var actor = _happenings[index].Actor;
        for (var i = index - 1; i >= 0; i--)
        {
            if (_happenings[i].Actor == actor || IsStartOf(i, actor))
            {
                return _clocks[i];
            }
        }
        return new int[_places.Length];
    }

    /// <summary>For each actor, how many of its steps are at or before a step.</summary>
    internal IReadOnlyList<int> ClockOf(int step) => _clocks[step];

    /// <summary>What the actor knew at the end of the run.</summary>
    internal int[] ClockAtEnd(int actor) => _last[actor];

    /// <summary>
    /// A number that is the same for two runs exactly when they are the same interleaving (but for a collision of 64-bit
    /// hashes): the Mazurkiewicz trace under <see cref="Independence.MayConflict"/>.
    /// </summary>
    public ulong Fingerprint(Run run)
    {
        // A sum, as the steps of one interleaving come in many orders.
        var sum = SplitMix.Mix((ulong)run.Ending + 1);
        for (var i = 0; i < _happenings.Length; i++)
        {
            var step = run.Steps[i];
            var digest = new Digest()
                .Add(step.Actor)
                .Add(_serial[i])
                .Add((int)step.Operation.Kind)
                .Add((int)step.Object.Space)
                .Add(step.Object.Number)
                .Add(step.Operation.Text)
                .Add((int)step.Decision.Outcome);
            // Trailing zeros would depend on how many actors were started later.
            for (var actor = 0; actor < _clocks[i].Length; actor++)
            {
                if (_clocks[i][actor] > 0)
                {
                    digest = digest.Add(actor).Add(_clocks[i][actor]);
                }
            }
            sum += digest.Value;
        }
        return SplitMix.Mix(sum);
    }

    private bool IsStartOf(int step, int actor) =>
        _happenings[step].Operation.Kind == OperationKind.Start
        && _happenings[step].Object == new ObjectId(ObjectSpace.Actor, actor);

    private void Add(int index, Step step)
    {
        var actor = step.Actor;
        var clock = (int[])_last[actor].Clone();
        _serial[index] = clock[actor] = _places[actor].Count + 1;
        if (SharesMemory || !_happenings[index].IsLocal)
        {
            for (var other = 0; other < _places.Length; other++)
            {
                JoinLastConflict(clock, other, index);
            }
        }
        _clocks[index] = clock;
        _places[actor].Add(index);
        _last[actor] = clock;
        if (step.Operation.Kind == OperationKind.Start)
        {
            Join(_last[step.Object.Number] = new int[clock.Length], clock);
        }
    }

    // Whoever conflicts with an earlier step of an actor comes after all that are before that one.
    private void JoinLastConflict(int[] clock, int actor, int index)
    {
        var places = _places[actor];
        for (var serial = places.Count; serial > clock[actor]; serial--)
        {
            var earlier = places[serial - 1];
            if (Independence.MayConflict(_happenings[earlier], _happenings[index]))
            {
                Join(clock, _clocks[earlier]);
                return;
            }
        }
    }

    private static void Join(int[] clock, int[] other)
    {
        for (var i = 0; i < clock.Length; i++)
        {
            clock[i] = Math.Max(clock[i], other[i]);
        }
    }
}
