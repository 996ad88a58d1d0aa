using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// Makes a failing run smaller, replays it twice in fresh processes, the second time with source lines, and draws it. What does
/// not replay is no failure.
/// </summary>
public sealed class EvidenceBuilder
{
    private const int OutputLimit = 4000;

    private readonly CompiledKata _compiled;
    private readonly KataDefinition _kata;
    private readonly Benches _benches;

    internal EvidenceBuilder(CompiledKata compiled, KataDefinition kata, Benches benches) =>
        (_compiled, _kata, _benches) = (compiled, kata, benches);

    /// <summary>The evidence for a violation that holds in fresh processes too.</summary>
    /// <param name="size">The size of the run.</param>
    /// <param name="run">The failing run.</param>
    /// <param name="violation">What was found in it.</param>
    /// <param name="again">Finds it in the replayed run.</param>
    /// <param name="isAnyRun">Whether any run with the violation will do, so that one with fewer switches may be looked for.</param>
    /// <exception cref="CouldNotGradeException">The run or the violation did not come again.</exception>
    public Evidence Build(
        Size size,
        Run run,
        Violation violation,
        Func<KataRun, Violation?> again,
        bool isAnyRun = true
    )
    {
        run = isAnyRun ? Smaller(size, run, violation, again) : run;
        ReplayToken token = ReplayToken.Of(_kata.Slug, size.Name, run);
        IProgramStage fresh = _benches.Fresh(run.Actors.Where(a => a.IsProcess).Select(a => a.Number));
        try
        {
            // Twice: what holds in new processes holds in the same processes again. Runs that loop or die cost seconds each.
            if (CameToAnEnd(run))
            {
                _ = Confirm(fresh, size, token, run.Crash, violation, again, walksStacks: false);
            }
            (KataRun confirmed, Violation same) = Confirm(
                fresh,
                size,
                token,
                run.Crash,
                violation,
                again,
                walksStacks: true
            );
            return Draw(confirmed, same, token.ToString());
        }
        catch
        {
            _benches.EndFresh(); // whatever is wrong with them, the next failure gets others
            throw;
        }
    }

    private (KataRun Run, Violation Violation) Confirm(
        IProgramStage stage,
        Size size,
        ReplayToken token,
        CrashPlan? crash,
        Violation violation,
        Func<KataRun, Violation?> again,
        bool walksStacks
    )
    {
        var strategy = new ReplayStrategy(token);
        var confirmed = new KataRun(Play(stage, size, strategy, crash, walksStacks), size);
        if (strategy.Check(confirmed.Run) is { } divergence)
        {
            throw new CouldNotGradeException(
                $"'{violation.Sentence}' did not happen again under the same schedule in fresh processes. {divergence}"
            );
        }
        Violation same =
            again(confirmed)
            ?? throw new CouldNotGradeException(
                $"'{violation.Sentence}' was not found again in the same run in fresh processes."
            );
        return (confirmed, same);
    }

    private static bool CameToAnEnd(Run run) => run.Ending is Ending.Completed or Ending.Deadlocked;

    // Those that loop or die are shown as they are.
    private Run Smaller(Size size, Run run, Violation violation, Func<KataRun, Violation?> again)
    {
        if (!CameToAnEnd(run))
        {
            return run;
        }
        IProgramStage stage = _benches.Stage(ahead: false);
        lock (stage)
        {
            using IDisposable pinned = stage.Pin();
            stage.Stage(Programs.Of(_compiled, _kata, size));
            Run smaller = new Minimiser(
                CrashingStage.Of(stage, run.Crash),
                other =>
                    other.Ending == run.Ending
                    && again(new KataRun(other with { Crash = run.Crash }, size)) is { } same
                    && same.Pattern == violation.Pattern
            ).Minimise(run);
            return smaller with { Crash = run.Crash };
        }
    }

    /// <summary>Runs a schedule, walking stacks, on a submission that may have been edited since.</summary>
    /// <returns>The run, and where it differs from the token; null when it does not.</returns>
    public (KataRun Run, string? Divergence) Replay(IProgramStage stage, Size size, ReplayToken token)
    {
        var strategy = new LenientReplay(token);
        CrashPlan? crash =
            token.CrashPoint is { } point && size.Victim is { } victim ? new CrashPlan(victim, point) : null;
        Run run = Play(stage, size, strategy, crash, walksStacks: true);
        return (new KataRun(run, size), strategy.Check(run));
    }

    private Run Play(IProgramStage stage, Size size, IStrategy strategy, CrashPlan? crash, bool walksStacks)
    {
        using IDisposable pinned = stage.Pin();
        stage.WalksStacks = walksStacks;
        try
        {
            stage.Stage(Programs.Of(_compiled, _kata, size));
            return Arbiter.Run(CrashingStage.Of(stage, crash), strategy) with { Crash = crash };
        }
        finally
        {
            stage.WalksStacks = false;
        }
    }

    /// <summary>Draws a run.</summary>
    public static Evidence Draw(KataRun replayed, Violation violation, string token)
    {
        Run run = replayed.Run;
        Step? faulty = violation.Step is { } index && index < run.Steps.Count ? run.Steps[index] : null;
        var words = new Words(run);
        var profile = new Profile();
        profile.Add(run);
        // Whoever made the claim may know the mistake better than operations tell it.
        Sentence? mistake =
            violation.Pattern is null && run.Ending == Ending.Completed ? Patterns.Of(run, violation.Step) : null;
        SourceLine? source = faulty?.Source ?? mistake?.Source ?? Sentences.Of(run).Source;
        return new Evidence
        {
            Sentence = violation.Sentence,
            Pattern = violation.Pattern ?? mistake?.Pattern,
            Diagnosis = mistake?.Text,
            Trace = TraceDrawing.Draw(run, new DrawingOptions { FaultyStep = faulty?.Index }),
            WaitForGraph = run.Waits.Count > 0 ? WaitGraph.Draw(run) : null,
            Steps =
            [
                .. run.Steps.Select(s => new EvidenceStep(
                    s.Index,
                    words.Actor(s.Actor),
                    words.Did(s),
                    s.Source?.ToString(),
                    s.Index == faulty?.Index,
                    s.Actor,
                    Minor: s.Index != faulty?.Index && profile.IsSettled(s.Operation.Kind, s.Object)
                )),
            ],
            Actors = Actors(run),
            Waits =
            [
                .. run.Waits.Select(w => new EvidenceWait(
                    w.Actor,
                    words.Waits(w),
                    w.Object.Space == ObjectSpace.Slot ? words.Object(w.Object) : null,
                    w.Holders,
                    w.Source?.ToString()
                )),
            ],
            Token = token,
            File = source?.File,
            Line = source?.Line ?? 0,
            Output = replayed.Output.Length > OutputLimit ? replayed.Output[..OutputLimit] + "…" : replayed.Output,
        };
    }

    private static IReadOnlyList<EvidenceActor> Actors(Run run)
    {
        Dictionary<int, int> from = [];
        Dictionary<int, int> to = [];
        foreach (Step step in run.Steps)
        {
            if (step.Operation.Kind == OperationKind.Start)
            {
                from.TryAdd(step.Object.Number, step.Index);
            }
            else if (step.Ended is { } ended)
            {
                to.TryAdd(ended, step.Index);
            }
        }
        return
        [
            .. run.Actors.Select(a => new EvidenceActor(
                a.Name,
                from.GetValueOrDefault(a.Number),
                to.TryGetValue(a.Number, out int end) ? end : null
            )),
        ];
    }
}
