namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Tries every schedule of a program with no preemption, then every one with one, then with two, and so on, as far as
/// they are different interleavings: iterative context bounding over the interleavings of beginnings of runs (Musuvathi and
/// Qadeer, PLDI 2007 and MSR-TR-2007-12). What counts as a preemption says <see cref="Preemption"/>.
/// </summary>
/// <remarks>
/// All moments that a schedule within the bound comes to are gone through, each once however many orders lead to it, in
/// the models: what an actor does next is remembered from runs in which it knew the same. A run is made where that is not
/// known yet, and for each end that no run has shown. So nothing is left out but what is equal to something that was gone
/// through. Source sets and sleep sets leave out more, and with a bound too much: the schedule that stands for an
/// interleaving may need more preemptions than one that was left out for it.
/// </remarks>
/// <param name="stage">Where the actors live.</param>
/// <param name="options">Limits; null for the defaults.</param>
public sealed class BoundedSearch(IStage stage, BoundedOptions? options = null)
{
    private readonly BoundedOptions _options = options ?? new BoundedOptions();
    private readonly Memory _memory = new();
    private readonly Frontier _frontier = new();

    /// <summary>How far it came.</summary>
    public BoundedResult Result { get; private set; } = new(0, 0, null, 0, Complete: false);

    /// <summary>
    /// The runs, as they are found, no two of one interleaving. A caller that has seen enough stops enumerating.
    /// </summary>
    public IEnumerable<Run> Explore()
    {
        do
        {
            while (_frontier.Take() is { } goal)
            {
                while (Follow(ref goal))
                {
                    if (Result.Runs >= _options.MaxRuns)
                    {
                        yield break;
                    }
                    var run = Play(goal);
                    _options.Progress?.Invoke(Result);
                    yield return run;
                    if (Result.Obstacle is not null)
                    {
                        yield break;
                    }
                }
                if (HasThoughtEnough)
                {
                    yield break;
                }
            }
            Result = Result with { Bound = _frontier.Preemptions, RunsOfBound = Result.Runs };
        } while (_frontier.Preemptions < _options.MaxPreemptions && Deepen());
    }

    private bool HasThoughtEnough => Result.Moments >= (long)_options.MaxRuns * _options.MomentsPerRun;

    private bool Deepen()
    {
        Result = Result with { Complete = !_frontier.Deepen() };
        return !Result.Complete;
    }

    // Goes on from a moment as far as nothing new is needed. True when a run is: through the moment to which this has come.
    private bool Follow(ref Moment goal)
    {
        var scene = Scene.At(goal, _memory);
        while (scene is not null && !HasThoughtEnough)
        {
            Result = Result with { Moments = Result.Moments + 1 };
            if (_frontier.GoOn(scene) is not { } next)
            {
                return scene.Situation.IsFinal && !_memory.HasSeen(goal);
            }
            goal = next;
            scene = scene.GoTo(next) ? scene : null;
        }
        return scene is null;
    }

    private Run Play(Moment goal)
    {
        var run = Arbiter.Run(
            stage,
            () => new WithoutPreemption(goal, _frontier.Preemptions, Result.Runs),
            _options.Run with
            {
                Pruning = null,
            }
        );
        Result = Result with { Runs = Result.Runs + 1, Obstacle = Learn(run, goal) };
        return run;
    }

    private string? Learn(Run run, Moment goal) =>
        run.Ending is not (Ending.Completed or Ending.Deadlocked) ? run.Detail ?? $"A run ended as {run.Ending}."
        : _memory.Learn(run) && Scene.At(goal, _memory) is not null ? null
        : "The same steps led somebody to another point than before.";
}
