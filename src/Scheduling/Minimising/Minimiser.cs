namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Looks for a schedule with as few switches between actors as possible that fails as a given one does. What a student is
/// shown is then hardly more than the failure itself.
/// </summary>
/// <remarks>
/// Two means take turns: another order of the same interleaving, which fails likewise and needs no run to be found
/// (<see cref="FewestSwitches"/>), and moves that change the interleaving, each of which is tried by a run. The result is
/// one from which no single move leads on, which is not always the fewest there are.
/// </remarks>
/// <param name="stage">Where the actors live.</param>
/// <param name="isSame">Whether a run fails as the given one does: the same claim, in the same way.</param>
/// <param name="options">Limits; null for the defaults.</param>
public sealed class Minimiser(IStage stage, Func<Run, bool> isSame, MinimiserOptions? options = null)
{
    private readonly MinimiserOptions _options = options ?? new MinimiserOptions();
    private int _killed;
    private int _points;

    /// <summary>How many runs it took.</summary>
    public int Runs { get; private set; }

    /// <summary>How often a run goes on with another actor than before.</summary>
    public static int Switches(Run run) => Moves.Switches([.. run.Steps.Select(step => step.Actor)]);

    /// <summary>Looks for it.</summary>
    /// <param name="run">A run that fails.</param>
    /// <returns>A run that fails in the same way, with at most as many switches; the given one if there is no better.</returns>
    public Run Minimise(Run run)
    {
        var best = run;
        while (Improve(best) is { } better)
        {
            best = better;
        }
        return best;
    }

    private Run? Improve(Run best)
    {
        var limit = Switches(best);
        var order = FewestSwitches.Of(best);
        if (Moves.Switches(order) < limit && Try(order, limit) is { } reordered)
        {
            return reordered;
        }
        foreach (var candidate in Moves.From(order))
        {
            if (Try(candidate, limit) is { } better)
            {
                return better;
            }
        }
        return null;
    }

    private Run? Try(IReadOnlyList<int> order, int limit)
    {
        if (Runs >= _options.MaxRuns || _points >= _options.MaxPoints || _killed >= _options.MaxKilled)
        {
            return null;
        }
        var run = Play(order);
        if (!isSame(run))
        {
            return null;
        }
        return Switches(run) < limit || Moves.Switches(FewestSwitches.Of(run)) < limit ? Settle(run, limit) : null;
    }

    // What fails likewise and could be told with fewer switches is told so, if it still fails then.
    private Run? Settle(Run run, int limit)
    {
        if (Switches(run) < limit)
        {
            return run;
        }
        var told = Play(FewestSwitches.Of(run));
        return Switches(told) < limit && isSame(told) ? told : null;
    }

    private Run Play(IReadOnlyList<int> order)
    {
        var run = Arbiter.Run(stage, () => new Guided(order), _options.Run);
        Runs++;
        _points += run.Steps.Count;
        _killed += run.Ending == Ending.Completed ? 0 : 1;
        return run;
    }
}
