using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Drawing;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Replays a failing run in fresh processes, with source lines, and draws it. What does not replay is no failure.</summary>
public sealed class EvidenceBuilder(CompiledKata compiled, KataDefinition kata, Confinement confinement, int processor)
{
    private const int OutputLimit = 4000;

    /// <summary>The evidence for a violation that holds in fresh processes too.</summary>
    /// <exception cref="CouldNotGradeException">The run or the violation did not come again.</exception>
    public Evidence Build(Exploration exploration, KataRun run, Violation violation, Func<KataRun, Violation?> again)
    {
        KataRun confirmed = Replay(exploration.Size, run.Run);
        if (Divergence.Between(run.Run, confirmed.Run) is { } difference)
        {
            throw new CouldNotGradeException(
                $"'{violation.Sentence}' did not happen again under the same schedule in fresh processes: {difference}."
            );
        }
        Violation same =
            again(confirmed)
            ?? throw new CouldNotGradeException($"'{violation.Sentence}' did not come again under the same schedule in fresh processes.");
        return Draw(confirmed.Run, same, ReplayToken.Of(kata.Slug, exploration.Size.Slug, confirmed.Run).ToString(), confirmed.Output);
    }

    /// <summary>Runs the schedule of a run once more, in processes that were never used before, walking stacks.</summary>
    public KataRun Replay(Size size, Run run) => Replay(size, new ReplayStrategy(run), run.Actors.Count);

    /// <summary>Runs a schedule in processes that were never used before, walking stacks.</summary>
    public KataRun Replay(Size size, IStrategy strategy, int actors)
    {
        using ProcessStage stage = Stages.Create(confinement, processor, actors);
        using IDisposable pinned = stage.Pin();
        stage.WalksStacks = true;
        stage.Stage(Programs.Of(compiled, kata, size));
        return new KataRun(Arbiter.Run(stage, strategy, new RunOptions()), size);
    }

    /// <summary>Draws a run whose source lines are known.</summary>
    public static Evidence Draw(Run run, Violation violation, string? token, string output)
    {
        Step? faulty = violation.Step is { } index && index < run.Steps.Count ? run.Steps[index] : null;
        SourceLine? source = faulty?.Source ?? run.Waits.Select(w => w.Source).FirstOrDefault(s => s is not null);
        return new Evidence
        {
            Sentence = violation.Sentence,
            Pattern = violation.Pattern,
            Trace = TraceDrawing.Draw(run, faulty?.Index),
            WaitForGraph = run.Waits.Count > 0 ? WaitForGraph.Draw(run) : null,
            Steps =
            [
                .. run.Steps.Select(s => new EvidenceStep(
                    s.Index,
                    run.Actors[s.Actor].Name,
                    StepWords.Of(run, s),
                    s.Source?.ToString(),
                    s.Index == faulty?.Index
                )),
            ],
            Token = token,
            File = source?.File,
            Line = source?.Line ?? 0,
            Output = output.Length > OutputLimit ? output[..OutputLimit] + "…" : output,
        };
    }
}
