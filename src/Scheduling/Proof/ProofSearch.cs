namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Covers every interleaving of a program by as few runs as the order of its operations allows: stateless source-set DPOR
/// with sleep sets. Each run begins anew and repeats the path up to the place where it differs.
/// </summary>
/// <param name="stage">Where the actors live.</param>
/// <param name="options">Limits; null for the defaults.</param>
public sealed class ProofSearch(IStage stage, ProofOptions? options = null)
{
    private const int EstimateEvery = 10;

    private readonly ProofOptions _options = options ?? new ProofOptions();
    private readonly List<ProofNode> _path = [];

    /// <summary>How far it came. Complete only once <see cref="Explore"/> was enumerated to its end.</summary>
    public ProofResult Result { get; private set; } = new(0, 0, 0, Complete: false);

    /// <summary>Which relation the sleep sets use. It must be the one by which races are found; tests show what happens else.</summary>
    internal ProofStrategy.Commutation Commute { get; init; } =
        (World _, in Happening a, in Happening b) => !Independence.MayConflict(a, b);

    /// <summary>
    /// The runs, as they are found; redundant ones are left out. A caller that has seen enough stops enumerating.
    /// </summary>
    public IEnumerable<Run> Explore()
    {
        while (true)
        {
            var fresh = Math.Max(0, _path.Count - 1);
            ProofStrategy strategy = null!;
            var given = _path.Count;
            var run = Arbiter.Run(
                stage,
                () =>
                {
                    _path.RemoveRange(given, _path.Count - given); // what an attempt before this one has added
                    return strategy = new ProofStrategy(_path, Result.Runs, Commute);
                },
                _options.Run with
                {
                    Pruning = null,
                }
            );
            Learn(run, strategy, fresh);
            Result = Result with { Estimate = Math.Max(Result.Runs, IsTimeToEstimate ? Estimate() : Result.Estimate) };
            _options.Progress?.Invoke(Result);
            if (!strategy.IsRedundant)
            {
                yield return run;
            }
            if (Result.Obstacle is not null || !Turn())
            {
                yield break;
            }
        }
    }

    private void Learn(Run run, ProofStrategy strategy, int fresh)
    {
        Result = Result with
        {
            Runs = Result.Runs + 1,
            Redundant = Result.Redundant + (strategy.IsRedundant ? 1 : 0),
            Classes = Result.Classes + (strategy.IsRedundant ? 0 : 1),
            Obstacle = ObstacleIn(run, strategy),
        };
        if (Result.Obstacle is null)
        {
            new RaceFinder(run, _path).Find(fresh);
        }
    }

    // It costs a little, and nobody needs it more often.
    private bool IsTimeToEstimate => Result.Runs % EstimateEvery == 1;

    // As if what is left at each place on the path were as large as what is done there.
    private int Estimate()
    {
        var done = 0.0;
        var share = 1.0;
        foreach (var node in _path)
        {
            var ways = node.Ways;
            done += share * node.Done.Count / ways;
            share /= ways;
        }
        // The run that was just made is done as well, to its last choice.
        return (int)Math.Min(int.MaxValue, Math.Max(Result.Runs, Result.Runs / (done + share)));
    }

    private static string? ObstacleIn(Run run, ProofStrategy strategy) =>
        run.Ending switch
        {
            Ending.Completed or Ending.Deadlocked => null,
            Ending.Stopped when strategy.IsRedundant => null,
            _ => run.Detail ?? $"A run ended as {run.Ending}.",
        };

    // Goes back to the last place where something is left to try. False when there is none, or no run is left.
    private bool Turn()
    {
        while (_path.Count > 0)
        {
            var node = _path[^1];
            node.Done.Add(node.Chosen);
            if (node.Next() is var next and >= 0)
            {
                node.Chosen = next;
                return Result.Runs < _options.MaxRuns;
            }
            _path.RemoveAt(_path.Count - 1);
        }
        Result = Result with { Complete = true, Estimate = Result.Runs };
        return false;
    }
}
