using System.CommandLine;
using System.CommandLine.Parsing;
using ConcurrencyKatas.Cli.Benching;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata bench multiprocessing</c>: the library side by side with CPython's.</summary>
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
        return new VerbCommand("bench", "Measures what the course is built on.", "./kata bench multiprocessing")
        {
            multiprocessing,
        };
    }

    private string[] Rounds(ParseResult parsed) =>
        ["--rounds", parsed.GetValue(_rounds).ToString(System.Globalization.CultureInfo.InvariantCulture)];

    private static void AtLeastOne(OptionResult option)
    {
        if (option.GetValueOrDefault<int>() < 1)
        {
            option.AddError("--rounds takes a number from 1.");
        }
    }
}
