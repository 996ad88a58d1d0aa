using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// A claim that something must be possible, decided without chance: every actor that is about to record a held mark stays
/// where it is, all others run on fairly until the goal is reached or only held actors could go on. Too much locking fails it.
/// </summary>
public static class ProbeClaim
{
    /// <summary>Checks one.</summary>
    /// <param name="recorder">Where the outcome goes.</param>
    /// <param name="submission">Whose code.</param>
    /// <param name="size">At which size.</param>
    /// <param name="hold">Whether an actor that is about to record this mark is to be held, given the run so far.</param>
    /// <param name="until">The goal, seen in the run so far.</param>
    /// <param name="what">The goal in words: <c>two guests are inside together</c>.</param>
    public static void Check(
        ClaimRecorder recorder,
        GradedSubmission submission,
        Size size,
        Func<MarkEvent, KataRun, bool> hold,
        Func<KataRun, bool> until,
        string what
    ) =>
        recorder.Judge(() =>
        {
            submission.Report("probe", size.Name, what);
            return "";
        });
}
