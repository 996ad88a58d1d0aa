namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Explores one configuration: first a portfolio of schedules that meets most failures soon, then a proof that covers what
/// is left; when its budget did not suffice a bounded search, and when nothing is proved the rest of the portfolio. Runs come
/// lazily; a caller that has decided every claim stops enumerating.
/// </summary>
/// <param name="stage">Where the actors live.</param>
/// <param name="configuration">The configuration's name; all seeds follow from it, so that a name means the same schedules for ever.</param>
/// <param name="options">Limits; null for the defaults.</param>
public sealed class Explorer(IStage stage, string configuration, ExplorerOptions? options = null)
{
    // No divisor of the portfolio's round, so that every strategy gets its share of schedules without pruning.
    private const int UnprunedEvery = 11;

    private readonly ExplorerOptions _options = options ?? new ExplorerOptions();
    private readonly Profile _profile = new();
    private readonly HashSet<ulong> _seen = [];
    private readonly Crashes? _crashes = options?.Victim is { } victim ? new Crashes(stage, victim) : null;
    private int _number;

    /// <summary>How far it came.</summary>
    public ExplorerSummary Summary { get; private set; } = new(0, 0, 0, 0, Proved: false, Obstacle: null);

    /// <summary>What the runs have shown about the objects.</summary>
    public Profile Profile => _profile;

    /// <summary>The runs, in the order in which they are made. To be enumerated once.</summary>
    public IEnumerable<ExploredRun> Explore()
    {
        var first = _options.ProofRuns > 0 ? _options.TriesBeforeAProof : int.MaxValue;
        foreach (var explored in SampleFirst().Concat(SampleUpTo(first)))
        {
            yield return explored;
        }
        if (_options.ProofRuns == 0)
        {
            yield break;
        }
        foreach (var explored in Prove().Concat(Bound()))
        {
            yield return explored;
        }
        // What it did not come to is not proved, and is worth as much looking as if nobody had tried.
        if (!Summary.Proved)
        {
            foreach (var explored in SampleUpTo(int.MaxValue))
            {
                yield return explored;
            }
        }
    }

    private IEnumerable<ExploredRun> SampleFirst()
    {
        yield return Sample(() => new RoundRobin(), Purpose.Profile, prune: false);
        for (var actor = 0; actor < _profile.Actors; actor++)
        {
            var first = actor;
            yield return Sample(() => new ActorFirst(first), Purpose.Profile, prune: false);
        }
    }

    private IEnumerable<ExploredRun> SampleUpTo(int tries)
    {
        tries = Math.Min(tries, _options.Schedules * _options.TriesPerSchedule);
        var repeated = 0;
        while (Summary.Schedules < tries && Summary.Distinct < _options.Schedules && repeated < _options.GiveUpAfter)
        {
            var number = _number++;
            var explored = Sample(
                () => Portfolio.Strategy(configuration, number, _profile),
                Purpose.Portfolio,
                prune: _number % UnprunedEvery != 0,
                _crashes?.Sample(number)
            );
            repeated = explored.IsNew ? 0 : repeated + 1;
            yield return explored;
        }
    }

    private ExploredRun Sample(Func<IStrategy> strategy, Purpose purpose, bool prune, CrashPlan? plan = null)
    {
        var options = _options.Run with { Pruning = prune ? new Pruning(_profile) : null };
        var explored = Note(
            Arbiter.Run(CrashingStage.Of(stage, plan), strategy, options) with
            {
                Crash = plan,
            },
            purpose
        );
        Summary = Summary with
        {
            Schedules = Summary.Schedules + 1,
            Distinct = Summary.Distinct + (explored.IsNew ? 1 : 0),
        };
        _options.Progress?.Invoke(Summary);
        return explored;
    }

    private IEnumerable<ExploredRun> Prove()
    {
        var limits = new ProofOptions
        {
            MaxRuns = _options.ProofRuns,
            Run = _options.Run,
            Progress = result => Learn(result, done: false),
        };
        if (_crashes is not null)
        {
            foreach (var run in _crashes.Prove(limits, result => Learn(result, done: true)))
            {
                yield return Note(run, Purpose.Proof);
            }
            yield break;
        }
        var search = new ProofSearch(stage, limits);
        foreach (var run in search.Explore())
        {
            yield return Note(run, Purpose.Proof);
        }
        Learn(search.Result, done: true);
    }

    // Of what no proof can cover, a part is no better: it would meet the same obstacle, or claim what nobody can rely on. With a
    // victim it would be a search for each of its points.
    private IEnumerable<ExploredRun> Bound()
    {
        if (Summary.Proved || Summary.Obstacle is not null || _crashes is not null)
        {
            yield break;
        }
        var search = new BoundedSearch(
            stage,
            new BoundedOptions
            {
                MaxRuns = _options.BoundedRuns,
                Run = _options.Run,
                Progress = Learn,
            }
        );
        foreach (var run in search.Explore())
        {
            yield return Note(run, Purpose.Bounded);
        }
        Learn(search.Result);
    }

    private void Learn(BoundedResult result)
    {
        Summary = Summary with
        {
            BoundedRuns = result.Runs,
            Bound = result.Obstacle is null ? result.Bound : null,
            RunsOfBound = result.RunsOfBound,
            Obstacle = result.Obstacle,
        };
        _options.Progress?.Invoke(Summary);
    }

    private void Learn(ProofResult result, bool done)
    {
        Summary = Summary with
        {
            ProofRuns = result.Runs,
            ProofEstimate = result.Estimate,
            Classes = result.Classes,
            Proved = done && result.Complete,
            Obstacle = result.Obstacle,
        };
        _options.Progress?.Invoke(Summary);
    }

    private ExploredRun Note(Run run, Purpose purpose)
    {
        // Not of a proof or a part of one: how far it came must not decide which schedules are sampled after it.
        if (purpose is Purpose.Profile or Purpose.Portfolio)
        {
            _profile.Add(run);
            _crashes?.Note(run);
        }
        Summary = Summary with
        {
            SharesMemory = Summary.SharesMemory || run.SharesMemory,
            HasPoll = Summary.HasPoll || run.HasPoll,
            Victim = _options.Victim,
        };
        return new ExploredRun(run, purpose, _seen.Add(MazurkiewiczFingerprint.Of(run)));
    }
}
