namespace ConcurrencyKatas.Scheduling;

/// <summary>Where a process may be killed: at each of its points, of which nobody knows beforehand how many there are.</summary>
/// <param name="stage">Where the actors live.</param>
/// <param name="victim">The process's name.</param>
public sealed class Crashes(IStage stage, string victim)
{
    // With nobody killed, once in so many samples.
    private const int SparedEvery = 5;

    private int _points = 1;

    /// <summary>The most points that the victim had in a run so far.</summary>
    public int Points => _points;

    /// <summary>A plan for a sample, the same for the same number after the same runs; null for a run in which nobody is killed.</summary>
    public CrashPlan? Sample(int number) =>
        number % SparedEvery == 0 ? null : new CrashPlan(victim, (int)(SplitMix.Mix((ulong)number) % (ulong)_points));

    /// <summary>Every run of a proof: with the victim killed at its first point, then at its second, and so on to nowhere.</summary>
    /// <param name="options">Limits, of all together.</param>
    /// <param name="learn">Told how far the whole has come, after each run.</param>
    public IEnumerable<Run> Prove(ProofOptions options, Action<ProofResult> learn)
    {
        var before = new ProofResult(0, 0, 0, Complete: false);
        for (var point = 0; ; point++)
        {
            var plan = new CrashPlan(victim, point);
            var search = new ProofSearch(
                CrashingStage.Of(stage, plan),
                options with
                {
                    MaxRuns = options.MaxRuns - before.Runs,
                    Progress = result => learn(Sum(before, result) with { Complete = false }),
                }
            );
            var isSpared = true;
            foreach (var run in search.Explore())
            {
                var crashed = run with { Crash = plan };
                Note(crashed);
                isSpared &= crashed.CrashedAt is null;
                yield return crashed;
            }
            before = Sum(before, search.Result);
            // Nobody came to that point, so this was the program as it is, and there is no later point either.
            if (!before.Complete || isSpared || before.Runs >= options.MaxRuns)
            {
                learn(before with { Complete = before.Complete && isSpared });
                yield break;
            }
        }
    }

    /// <summary>Looks how many points the victim had.</summary>
    public void Note(Run run)
    {
        foreach (var actor in run.Actors)
        {
            if (actor.Name == victim)
            {
                _points = Math.Max(_points, run.Steps.Count(step => step.Actor == actor.Number));
                return;
            }
        }
    }

    private static ProofResult Sum(ProofResult before, ProofResult result) =>
        result with
        {
            Runs = before.Runs + result.Runs,
            Redundant = before.Redundant + result.Redundant,
            Classes = before.Classes + result.Classes,
            Estimate = before.Runs + result.Estimate,
        };
}
