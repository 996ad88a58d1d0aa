using System.CommandLine;
using System.CommandLine.Parsing;
using ConcurrencyKatas.Cli.Benching;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata bench</c>: the library side by side with CPython's, and whether verdicts depend on the machine.</summary>
internal sealed class BenchVerb : IVerb
{
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only rows whose names contain this, such as pool or lock_contended.",
        HelpName = "TEXT",
    };

    private readonly Option<int> _rounds = new("--rounds")
    {
        Description = "How often each side does each row; the table shows medians.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<int> _gradings = new("--gradings")
    {
        Description = "How many gradings, of one kata each.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 1_000,
    };

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "Shorter loops and three rounds: a first impression.",
    };

    private readonly Option<string?> _python = new("--python")
    {
        Description = "The Python to compare with; by default the first python3 or python on the PATH.",
        HelpName = "PROGRAM",
    };

    private readonly Option<bool> _keep = new("--keep")
    {
        Description = $"Write the table, with its date and machine, to {ComparisonRun.Page} as well.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        _rounds.Validators.Add(AtLeastOne);
        _gradings.Validators.Add(AtLeastOne);
        var multiprocessing = new VerbCommand(
            "multiprocessing",
            "Runs the same work in CPython's multiprocessing and in ours, by turns, and prints a table of ratios.",
            "./kata bench multiprocessing",
            "./kata bench multiprocessing --only pool --quick",
            "./kata bench multiprocessing --keep"
        )
        {
            _only,
            _rounds,
            _quick,
            _python,
            _keep,
        };
        multiprocessing.SetAction(
            (parsed, cancellation) =>
            {
                var run = new ComparisonRun(surroundings());
                return run.RunAsync(
                    parsed.GetValue(_python),
                    [
                        .. parsed.GetValue(_only) is { } only ? (string[])["--only", only] : [],
                        .. parsed.GetValue(_quick) ? (string[])["--rounds", "3", "--scale", "0.25"] : Rounds(parsed),
                    ],
                    parsed.GetValue(_keep),
                    cancellation
                );
            }
        );
        return new VerbCommand(
            "bench",
            "Measures what the course is built on.",
            "./kata bench multiprocessing",
            "./kata bench verdicts"
        )
        {
            multiprocessing,
            Verdicts(surroundings),
        };
    }

    private VerbCommand Verdicts(Func<Surroundings> surroundings)
    {
        var verdicts = new VerbCommand(
            "verdicts",
            "Grades programs of the course over and over, on busy processors and on one only, and fails when a verdict changes.",
            "./kata bench verdicts",
            "./kata bench verdicts --gradings 100"
        )
        {
            _gradings,
        };
        verdicts.SetAction(
            async (parsed, cancellation) =>
            {
                var own = surroundings();
                var gradings = parsed.GetValue(_gradings);
                var run = new VerdictsRun(own, (where, request, token) => ShownRun.RunAsync(where, request, token));
                var changed = await run.RunAsync(Catalogue.Read(own.Repository).Katas, gradings, cancellation);
                VerdictsView.Write(own, gradings, run, changed);
                return changed.Count == 0 ? ExitCodes.Passed : ExitCodes.Failed;
            }
        );
        return verdicts;
    }

    private string[] Rounds(ParseResult parsed) =>
        ["--rounds", parsed.GetValue(_rounds).ToString(System.Globalization.CultureInfo.InvariantCulture)];

    private static void AtLeastOne(OptionResult option)
    {
        if (option.GetValueOrDefault<int>() < 1)
        {
            option.AddError($"{option.Option.Name} takes a number from 1.");
        }
    }
}
