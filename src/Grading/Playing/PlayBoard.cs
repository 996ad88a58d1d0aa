using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>Makes positions of runs.</summary>
/// <param name="kata">The kata's folder name.</param>
/// <param name="size">The size that is played.</param>
/// <param name="rules">What its runs can break.</param>
/// <param name="files">The student's files.</param>
/// <param name="request">How the run is to be drawn.</param>
internal sealed class PlayBoard(
    string kata,
    Size size,
    IReadOnlyList<PlayRule> rules,
    IReadOnlyList<SourceFile> files,
    PlayRequest request
)
{
    private const string Marks = "marks";
    private HashSet<string> _broken = [];

    /// <summary>The position in which somebody is to choose.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="source">Where in the submission an actor stands.</param>
    /// <param name="choices">How many choices were made.</param>
    /// <param name="remark">Something else to be said.</param>
    public PlayPosition Of(Situation situation, Func<int, SourceLine?> source, int choices, string? remark)
    {
        Run run = situation.SoFar(source);
        var words = new Words(run);
        return Of(run with { Waits = [] }, choices, remark) with
        {
            Actors = [.. situation.Parked.Select(parked => Actor(situation, run, words, parked, source))],
            Objects = Objects(situation.World),
        };
    }

    /// <summary>The position at the end of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="world">The objects as they were last seen; null when nobody was ever asked.</param>
    /// <param name="choices">How many choices were made.</param>
    /// <param name="remark">Something else to be said.</param>
    public PlayPosition AtTheEnd(Run run, World? world, int choices, string? remark) =>
        Of(run, choices, remark) with
        {
            Ending = HowItEnded(run),
            Objects = world is null ? [] : Objects(world),
        };

    private PlayPosition Of(Run run, int choices, string? remark)
    {
        var read = new KataRun(run, size);
        PlayJudgement judgement =
            run.Ending == Ending.Silent ? PlayJudgement.None(rules) : PlayJudgement.Of(rules, read);
        HashSet<string> broken = [.. judgement.Goals.Where(goal => goal.Broken is not null).Select(goal => goal.Claim)];
        bool isNews = run.Ending != Ending.Stopped || !broken.IsSubsetOf(_broken);
        _broken = broken;
        return new PlayPosition
        {
            Steps = run.Steps.Count,
            Choices = choices,
            Trace = TraceDrawing.Draw(
                run,
                new DrawingOptions
                {
                    Width = request.Width,
                    FaultyStep = judgement.First?.Step,
                    FoldAbove = int.MaxValue,
                    MaxLines = request.Lines,
                }
            ),
            Actors = [],
            Objects = [],
            Goals = judgement.Goals,
            Evidence = judgement.First is { } violation && isNews ? Evidence(read, violation) : null,
            Remark = remark,
        };
    }

    private Evidence Evidence(KataRun run, Violation violation)
    {
        Evidence evidence = EvidenceBuilder.Draw(run, violation, ReplayToken.Of(kata, size.Name, run.Run).ToString());
        return evidence with { Code = CodeLines.Of(evidence, files) };
    }

    private PlayActor Actor(Situation situation, Run run, Words words, Parked parked, Func<int, SourceLine?> source)
    {
        Wait? wait = run.Waits.FirstOrDefault(w => w.Actor == parked.Actor);
        bool mayMove = situation.IsEnabled(parked.Actor);
        string what =
            wait is null ? words.Does(parked)
            : mayMove ? $"{words.Waits(wait)}, in vain: its time is over"
            : words.Waits(wait);
        SourceLine? line = source(parked.Actor);
        return new PlayActor(
            parked.Actor,
            words.Actor(parked.Actor),
            what,
            mayMove,
            line?.ToString(),
            line is { } at ? CodeAt(at) : null
        );
    }

    private string? CodeAt(SourceLine at) =>
        files
            .FirstOrDefault(file => file.Name == at.File)
            ?.Text.ReplaceLineEndings("\n")
            .Split('\n')
            .ElementAtOrDefault(at.Line - 1)
            ?.Trim();

    private static IReadOnlyList<PlayObject> Objects(World world) =>
        [
            .. from entry in world.Models
            where entry.Key.Space is Control.ObjectSpace.Slot or Control.ObjectSpace.Mark
            let isMark = entry.Key.Space == Control.ObjectSpace.Mark
            orderby isMark, isMark ? 0 : entry.Key.Number, entry.Value.Info.Name
            let state = entry.Value.Describe(actor => world.Processes[actor].Info.Name)
            where state.Length > 0
            select new PlayObject(entry.Value.Info.Name, isMark ? Marks : entry.Value.Info.Kind.ToString(), state),
        ];

    private string HowItEnded(Run run) =>
        run.Ending switch
        {
            Ending.Completed => "The run came to its end.",
            Ending.Deadlocked => "The run is deadlocked: nobody can ever go on.",
            Ending.Silent => $"{CouldNotGradeException.Prefix} the run could not be followed to its end: {run.Detail}",
            _ => Sentences.Of(run).Text,
        };
}
