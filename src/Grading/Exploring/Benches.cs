using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>
/// Where one submission is explored: the bench of its graders, and, when they have a processor to spare, another one where a
/// forerunner explores ahead.
/// </summary>
/// <param name="own">The bench of the graders; it stays theirs.</param>
/// <param name="hasOneToSpare">Whether there is a processor to spare.</param>
internal sealed class Benches(IBench own, bool hasOneToSpare) : IDisposable
{
    // How many processes a kata has at its proof size, and at the larger one that is explored ahead.
    private const int Own = 4;
    private const int Ahead = 6;

    private Forerunner? _forerunner;
    private WarmUp? _warmUp;
    private IProgramStage? _fresh;

    /// <summary>Where a size is explored.</summary>
    /// <param name="ahead">Whether by the forerunner, who is then told with <see cref="Take"/>.</param>
    public IProgramStage Stage(bool ahead) => ahead ? Forerunner.Stage : own.Stage;

    private Forerunner Forerunner => _forerunner ??= new Forerunner(own.Another());

    /// <summary>
    /// Workers that have run nothing but what was asked of them here: none of the runs that were explored. It costs as much to
    /// start them as to judge a claim, so the failures of one submission share them.
    /// </summary>
    /// <param name="actors">For which processes of a run to start one at once, by actor; others are started as they are needed.</param>
    public IProgramStage Fresh(IEnumerable<int> actors) => _fresh ??= own.FreshStage(actors);

    /// <summary>Ends those; the next failure gets others.</summary>
    public void EndFresh()
    {
        _fresh?.Dispose();
        _fresh = null;
    }

    /// <summary>Begins to start workers, while there is something else to be waited for; the first call counts.</summary>
    public void WarmUp()
    {
        if (_warmUp is not null)
        {
            return;
        }
        List<Action> steps = [.. Enumerable.Range(0, Own).Select(actor => (Action)(() => own.StartOne(actor)))];
        if (hasOneToSpare)
        {
            Forerunner ahead = Forerunner;
            steps.AddRange(Enumerable.Range(0, Ahead).Select(actor => (Action)(() => ahead.StartOne(actor))));
            steps.Add(() => own.Rehearse(Own));
            steps.Add(() => ahead.Rehearse(Ahead));
        }
        _warmUp = new WarmUp(steps);
    }

    /// <summary>Starts no more workers one by one; and those that there was no time for, if they are needed.</summary>
    public void FinishWarmUp(bool areNeeded)
    {
        _warmUp?.Finish();
        if (_warmUp is not null && areNeeded)
        {
            own.Start();
            _forerunner?.Start();
        }
    }

    /// <summary>Has this explored ahead.</summary>
    public void Take(Exploration exploration) => Forerunner.Take(exploration);

    /// <summary>Waits until everything has been explored ahead; nothing more is taken.</summary>
    public void Complete() => _forerunner?.Complete();

    /// <summary>Waits as <see cref="Complete"/> does, and ends what was begun ahead, and the fresh workers.</summary>
    public void Dispose()
    {
        EndFresh();
        _forerunner?.Dispose();
        _forerunner = null;
    }
}
