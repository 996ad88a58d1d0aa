using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Follows a replay token on a submission that may have been edited since. Points that only their actor can notice (a line
/// that prints, a sleep) may have been added. Where the submission does something else it says so once, and follows the
/// order as far as it can be followed. What was not edited goes exactly the recorded way.
/// </summary>
/// <param name="token">The schedule.</param>
public sealed class LenientReplay(ReplayToken token) : IStrategy
{
    private const int MoreAtMost = 2;

    private int _segment;
    private int _from;
    private int _last = -1;
    private string? _difference;

    /// <inheritdoc/>
    public string Describe() => $"lenient-replay[{token}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        while (_segment < token.Segments.Count)
        {
            var segment = token.Segments[_segment];
            if (!IsOver(situation, segment))
            {
                return Choice.Grant(_last = segment.Actor);
            }
            _segment++;
            _from = situation.Steps.Count;
        }
        if (IsCut)
        {
            return Choice.Stop("The replay token ends here.");
        }
        if (_difference is null && token.Ending == Ending.Deadlocked)
        {
            _difference = ReplayWords.Diverged(
                situation.Steps.Count,
                $"that the run {ReplayWords.Ended(token.Ending)}",
                $"{ReplayWords.Name(situation, situation.Enabled[0].Actor)} can go on"
            );
        }
        return Choice.Grant(_last = situation.IsEnabled(_last) ? _last : situation.Enabled[0].Actor);
    }

    /// <summary>Says, once the run is over, where it went another way than the token; null when it did not.</summary>
    public string? Check(Run run)
    {
        if (_difference is null && _segment < token.Segments.Count && !IsLast(run))
        {
            _difference = ReplayWords.Diverged(
                run.Steps.Count,
                "the run to go on",
                $"it {ReplayWords.Ended(run.Ending)}"
            );
        }
        if (_difference is null && run.Ending != token.Ending && !IsCut)
        {
            _difference = ReplayWords.Diverged(
                run.Steps.Count,
                $"that it {ReplayWords.Ended(token.Ending)}",
                $"it {ReplayWords.Ended(run.Ending)}"
            );
        }
        return _difference is null
            ? null
            : $"{_difference} From there on the order was followed as far as it could be, and the run "
                + $"{ReplayWords.Ended(run.Ending)}.";
    }

    // The recorded run was cut off by a probe or a limit.
    private bool IsCut => token.Ending is Ending.Stopped or Ending.TooLong;

    private bool IsLast(Run run) =>
        _segment == token.Segments.Count - 1 && Fits([.. run.Steps.Skip(_from)], token.Segments[_segment]);

    private bool IsOver(Situation situation, Segment segment)
    {
        var done = situation.Steps.Skip(_from).ToList();
        if (Fits(done, segment))
        {
            return true;
        }
        if (!situation.IsEnabled(segment.Actor))
        {
            _difference ??= ReplayWords.Missing(situation, segment.Actor);
            return true;
        }
        // Only what nobody else can notice may have been added.
        if (done.Count < segment.Points + Math.Min(MoreAtMost, done.Count(step => IsLocal(step.Operation))))
        {
            return false;
        }
        _difference ??= ReplayWords.Diverged(
            _from,
            $"the {segment.Points} points of {ReplayWords.Name(situation, segment.Actor)} that were recorded",
            $"others: {string.Join(", ", done.Select(step => step.Operation.Kind))}"
        );
        return true;
    }

    // Whether these are the recorded steps, but for some more that only the actor can notice.
    private static bool Fits(List<Step> done, Segment segment) =>
        done.Count == segment.Points
            ? Segment.DigestOf(done) == segment.Digest
            : done.Count > segment.Points
                && WithFewer(done, done.Count - segment.Points).Any(all => Segment.DigestOf(all) == segment.Digest);

    private static IEnumerable<List<Step>> WithFewer(List<Step> done, int fewer)
    {
        for (var place = 0; place < done.Count; place++)
        {
            if (!IsLocal(done[place].Operation))
            {
                continue;
            }
            List<Step> left = [.. done[..place], .. done[(place + 1)..]];
            foreach (var all in fewer == 1 ? [left] : WithFewer(left, fewer - 1))
            {
                yield return all;
            }
        }
    }

    private static bool IsLocal(in Operation operation) => Independence.IsLocal(operation.Kind);
}
