using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Judges a claim by the explorations of one submission that it speaks about.</summary>
public sealed class ClaimSubject(
    ClaimRecorder recorder,
    GradedSubmission submission,
    IReadOnlyList<Exploration> explorations
) : IClaimSubject
{
    /// <inheritdoc/>
    public void NeverDeadlocks(Size? thenForReal = null) =>
        recorder.Judge(() =>
        {
            foreach (Exploration exploration in explorations)
            {
                submission.RefuseHindrance(exploration.Size);
                foreach (KataRun run in exploration.Runs())
                {
                    if (Obstacles.Explain(run) is { } violation)
                    {
                        Fail(exploration.Size, run, violation, Obstacles.Explain, _ => true);
                    }
                }
                if (thenForReal is not null && exploration == FirstThatSpeaksFor(thenForReal))
                {
                    submission.BeginRealRun(thenForReal);
                }
            }
            submission.Detector?.LookForReal(recorder.Test, Sizes, Obstacles.Explain);
            return Verdict();
        });

    /// <inheritdoc/>
    public void Never(Func<KataRun, Violation?> violation) => recorder.Judge(() => Check(violation, _ => true));

    /// <inheritdoc/>
    public void AtTheEnd(Func<KataRun, Violation?> violation) =>
        recorder.Judge(() =>
        {
            IReadOnlyList<string> verdict = Check(violation, run => run.Run.Ending == Ending.Completed);
            RefuseObstacles(e => e.Obstacle);
            return verdict;
        });

    private IReadOnlyList<Size> Sizes => [.. explorations.Select(e => e.Size)];

    private void Fail(
        Size size,
        KataRun run,
        Violation found,
        Func<KataRun, Violation?> violation,
        Func<KataRun, bool> counts
    )
    {
        submission.Detector?.Measure(Sizes, size, other => counts(other) ? violation(other) : null);
        recorder.Fail(size, run, found, violation);
    }

    private Exploration FirstThatSpeaksFor(Size size) =>
        explorations.FirstOrDefault(exploration => exploration.Size == size) ?? explorations[0];

    private IReadOnlyList<string> Check(Func<KataRun, Violation?> violation, Func<KataRun, bool> counts)
    {
        foreach (Exploration exploration in explorations)
        {
            submission.RefuseHindrance(exploration.Size);
            foreach (KataRun run in exploration.Runs())
            {
                if (!counts(run))
                {
                    continue;
                }
                if (submission.ExaminesClaims && exploration.Size.Proof)
                {
                    SettledOrder.Require(run, exploration.Size, violation);
                }
                if (violation(run) is { } found)
                {
                    Fail(exploration.Size, run, found, violation, counts);
                }
            }
        }
        RefuseObstacles(e => e.IsCutShort ? e.Obstacle : null);
        // Runs for real that are looked at came to their end: they count, whatever the claim is about.
        submission.Detector?.LookForReal(recorder.Test, Sizes, violation);
        return Verdict();
    }

    private void RefuseObstacles(Func<Exploration, KataRun?> obstacle)
    {
        foreach (Exploration exploration in explorations)
        {
            if (obstacle(exploration) is { } run)
            {
                throw NotShownException.Because(exploration.Size, Obstacles.Explain(run)!.Sentence);
            }
        }
    }

    private IReadOnlyList<string> Verdict() => [.. explorations.Select(e => $"{e.Size.Name}: {e.Report.Verdict}")];
}
