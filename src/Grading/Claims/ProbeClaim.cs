using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// A claim that something must be possible, decided without chance: every actor that is about to record a held mark stays
/// where it is, all others run on fairly until the goal is reached or only held actors could go on. Too much locking fails it.
/// </summary>
/// <param name="hold">Whether an actor that is about to record this mark is to be held, given the run so far.</param>
/// <param name="until">The goal, seen in the run so far.</param>
/// <param name="what">The goal in words: <c>two guests are inside together</c>.</param>
public sealed class ProbeClaim(Func<MarkEvent, KataRun, bool> hold, Func<KataRun, bool> until, string what)
{
    private const string TooStrong = "too strong";

    /// <summary>Checks it.</summary>
    public void Check(ClaimRecorder recorder, GradedSubmission submission, Size size) =>
        recorder.Judge(() =>
        {
            submission.Report("probe", size.Name, what);
            submission.RefuseHindrance(size);
            Exploration exploration = submission.Explore(size);
            Refuse(exploration.Runs().First(), size);
            ProbeResult result = exploration.Try(Probe(size));
            if (result.Reached)
            {
                return [$"{size.Name}: shown by a probe"];
            }
            var run = new KataRun(result.Run, size);
            Refuse(run, size);
            submission.Detector?.NoteProbe();
            var violation = new Violation(
                $"It is not possible that {what}: {result.Chain}",
                run.Run.Steps.Count - 1,
                TooStrong
            );
            recorder.Fail(size, run, violation, again => until(again) ? null : violation, isAnyRun: false);
            return [];
        });

    // What comes to no end by itself says nothing about what it would allow. A deadlock may: it shows in the chain.
    private static void Refuse(KataRun run, Size size)
    {
        if (run.Run.Ending != Ending.Deadlocked && Obstacles.Explain(run) is { } obstacle)
        {
            throw NotShownException.Because(size, obstacle.Sentence);
        }
    }

    private Probe Probe(Size size)
    {
        // The run so far is read again only when a step was added to it that predicates can see.
        KataRun? seen = null;
        int read = 0;
        KataRun SoFar(IReadOnlyList<Step> steps)
        {
            bool isNew = seen is null || steps.Skip(read).Any(s => !Independence.IsLocal(s.Operation.Kind));
            read = steps.Count;
            return isNew ? seen = new KataRun(Partial.Run(steps), size) : seen!;
        }
        return new Probe(
            (situation, parked) =>
                parked.Operation.Kind == OperationKind.Mark
                && hold(
                    KataRun.ToMark(
                        parked.Operation,
                        situation.Steps.Count,
                        situation.World.Processes[parked.Actor].Info.Name
                    ),
                    SoFar(situation.Steps)
                ),
            steps => until(SoFar(steps))
        );
    }
}
