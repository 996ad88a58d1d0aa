using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata detect [KATA…]</c>: how much of catching the impostors is left to chance.</summary>
internal sealed class DetectVerb : IVerb
{
    private readonly KataChoice _choice = new();

    private readonly Option<int> _seeds = Number("--seeds", 200, "With how many seeds the schedules are sampled.", 1);

    private readonly Option<int> _runs = Number(
        "--plain-runs",
        500,
        "How often each impostor is run for real at most, its order left to the operating system; 0 for not at all."
    );

    private readonly Option<int> _seconds = Number(
        "--plain-seconds",
        60,
        "How long each impostor is run for real at most, in seconds.",
        1
    );

    private readonly Option<int> _gradings = Number(
        "--gradings",
        10,
        "How often each right program is graded, each time with other schedules."
    );

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "detect",
            "Measures how soon chance finds what is wrong with each impostor; for maintainers. Needs minutes for each kata.",
            "./kata detect SemaphoreRooms",
            "./kata detect --seeds 20 --plain-runs 0"
        )
        {
            _choice.Katas,
            _choice.Shard,
            _seeds,
            _runs,
            _seconds,
            _gradings,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var katas = _choice.Of(parsed, surroundings.Repository);
        var request = new DetectionRequest
        {
            Seeds = parsed.GetValue(_seeds),
            PlainRuns = parsed.GetValue(_runs),
            PlainSeconds = parsed.GetValue(_seconds),
        };
        var run = new DetectionRun(
            surroundings,
            request,
            parsed.GetValue(_gradings),
            (wanted, token) => ShownRun.RunAsync(surroundings, wanted, token)
        );
        var all = await run.RunAsync(katas, cancellation);
        DetectionView.Write(surroundings, all);
        return all.All(detection => detection.IsSound) ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private static Option<int> Number(string name, int usual, string description, int least = 0)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < least)
            {
                result.AddError($"{name} must be at least {least}.");
            }
        });
        return option;
    }
}
