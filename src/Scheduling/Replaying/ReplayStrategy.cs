namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Follows a replay token point by point, and stops at the first place where the submission does something else than it
/// did when the token was made.
/// </summary>
/// <param name="token">The schedule.</param>
public sealed class ReplayStrategy(ReplayToken token) : IStrategy
{
    private int _segment;
    private int _left = token.Segments.Count > 0 ? token.Segments[0].Points : 0;

    /// <summary>Where and how the replay differs from the recorded run, in a sentence; null while it does not.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public string Describe() => $"replay[{token}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        var steps = situation.Steps;
        if (_segment < token.Segments.Count && _left == 0)
        {
            Compare(steps);
            _segment++;
            _left = _segment < token.Segments.Count ? token.Segments[_segment].Points : 0;
        }
        if (Divergence is not null)
        {
            return Choice.Stop(Divergence);
        }
        if (_segment == token.Segments.Count)
        {
            return Stop(situation);
        }
        var actor = token.Segments[_segment].Actor;
        if (!situation.IsEnabled(actor))
        {
            return Choice.Stop(Divergence = ReplayWords.Missing(situation, actor));
        }
        _left--;
        return Choice.Grant(actor);
    }

    /// <summary>Compares the end of the replay; to be called once the run is over.</summary>
    /// <returns><see cref="Divergence"/>.</returns>
    public string? Check(Run run)
    {
        if (Divergence is not null)
        {
            return Divergence;
        }
        if (run.Steps.Count < token.Points)
        {
            return Divergence = ReplayWords.Diverged(
                run.Steps.Count,
                "the run to go on",
                $"it {ReplayWords.Ended(run.Ending)}"
            );
        }
        if (_segment < token.Segments.Count)
        {
            Compare(run.Steps);
        }
        if (Divergence is null && run.Ending != token.Ending && !IsCut(token.Ending))
        {
            Divergence = ReplayWords.Diverged(
                run.Steps.Count,
                $"that it {ReplayWords.Ended(token.Ending)}",
                $"it {ReplayWords.Ended(run.Ending)}"
            );
        }
        return Divergence;
    }

    // The recorded run was cut off here by a probe, a limit or a watchdog; else it should be over by itself.
    private Choice Stop(Situation situation) =>
        IsCut(token.Ending)
            ? Choice.Stop("The replay token ends here.")
            : Choice.Stop(
                Divergence = ReplayWords.Diverged(
                    situation.Steps.Count,
                    $"that the run {ReplayWords.Ended(token.Ending)}",
                    $"{ReplayWords.Name(situation, situation.Enabled[0].Actor)} can go on"
                )
            );

    private static bool IsCut(Ending ending) => ending is Ending.Stopped or Ending.TooLong;

    private void Compare(IReadOnlyList<Step> steps)
    {
        var segment = token.Segments[_segment];
        var to = token.Segments.Take(_segment + 1).Sum(s => s.Points);
        var from = to - segment.Points;
        if (Segment.DigestOf(steps, from, to) != segment.Digest)
        {
            var kinds = string.Join(", ", steps.Skip(from).Take(segment.Points).Select(step => step.Operation.Kind));
            Divergence = ReplayWords.Diverged(
                from,
                $"the {segment.Points} points of actor {segment.Actor} that were recorded",
                $"others: {kinds}"
            );
        }
    }
}
