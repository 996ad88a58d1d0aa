using System.Globalization;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Benching;

/// <summary>
/// Grades the programs of the course again and again, half of the times with every processor kept busy, half of the times on one
/// processor only, and looks whether any verdict changes.
/// </summary>
/// <param name="surroundings">Where the course is.</param>
/// <param name="grade">Grades in given surroundings.</param>
internal sealed class VerdictsRun(
    Surroundings surroundings,
    Func<Surroundings, GradersRequest, CancellationToken, Task<GradingResult>> grade
)
{
    private const int Batch = 50;
    private const string Status = "/proc/self/status";
    private const string Allowed = "Cpus_allowed_list:";

    // Of those that this process may use: 0, or another in a container.
    private static string OneProcessor =>
        File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Allowed, StringComparison.Ordinal)) is { } line
            ? line[Allowed.Length..].Trim().Split('-', ',')[0]
            : "0";

    // What is drawn is the same each time.
    private readonly Random _draws = new(1);

    /// <summary>Grades.</summary>
    /// <param name="katas">Programs of these katas are drawn: solutions, alternatives and impostors.</param>
    /// <param name="gradings">How many gradings.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The programs with more than one verdict, each with its verdicts.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> RunAsync(
        IReadOnlyList<Kata> katas,
        int gradings,
        CancellationToken cancellation
    )
    {
        List<JobSubmission> programs = [.. katas.SelectMany(Programs)];
        Dictionary<string, List<Judgement>> judgements = [];
        // Each program that is drawn is graded twice.
        for (var done = 0; done < gradings; done += 2 * Batch)
        {
            var drawn = Draw(programs, done, Math.Min(Batch, (gradings - done + 1) / 2));
            var request = new GradersRequest
            {
                Submissions = drawn,
                Katas = katas,
                ProofBudget = Job.QuickProof,
            };
            foreach (var isBusy in (bool[])[true, false])
            {
                surroundings.Error.WriteDrawing(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"[{done + (isBusy ? 0 : drawn.Count)}/{gradings}] {(isBusy ? "with every processor busy" : "on one processor")}"
                    )
                );
                var result = await GradeAsync(request, isBusy, cancellation);
                if (result.Interrupted)
                {
                    throw new OperationCanceledException(cancellation);
                }
                Note(drawn, result, judgements);
            }
        }
        Graded = judgements.Count;
        return Compare(judgements);
    }

    /// <summary>How many different programs were graded.</summary>
    public int Graded { get; private set; }

    /// <summary>
    /// The wrong programs whose mistake showed in some runs for real and not in others: see <see cref="Judgement.LeftToTheSystem"/>.
    /// All that the arbiter decides on was the same each time.
    /// </summary>
    public IReadOnlyList<string> Lucky { get; private set; } = [];

    private Dictionary<string, IReadOnlySet<string>> Compare(Dictionary<string, List<Judgement>> judgements)
    {
        Dictionary<string, IReadOnlySet<string>> changed = [];
        List<string> lucky = [];
        foreach (var (path, all) in judgements)
        {
            var program = surroundings.Repository.Relative(path);
            var left = all.SelectMany(one => one.LeftToTheSystem).ToHashSet();
            var verdicts = all.Select(one => one.Without(left)).ToHashSet();
            if (verdicts.Count > 1)
            {
                changed.Add(program, verdicts);
            }
            else if (all.Select(one => one.Without(new HashSet<string>())).Distinct().Skip(1).Any())
            {
                lucky.Add(program);
            }
        }
        Lucky = lucky;
        return changed;
    }

    private void Note(List<JobSubmission> drawn, GradingResult result, Dictionary<string, List<Judgement>> judgements)
    {
        foreach (var submission in drawn)
        {
            var report = result.Find(submission.Label, submission.Kata!)!;
            if (report.Status == KataStatus.CouldNotGrade)
            {
                throw new UserError(
                    $"{surroundings.Repository.Relative(submission.Path)} could not be graded, which is no verdict: {report.Reason}",
                    ExitCodes.CouldNotGrade
                );
            }
            var known = judgements.TryGetValue(submission.Path, out var before)
                ? before
                : judgements[submission.Path] = [];
            known.Add(new Judgement(report));
        }
    }

    private IEnumerable<JobSubmission> Programs(Kata kata)
    {
        var folders = new KataFolders(surroundings.Repository, kata.Name);
        return folders
            .Alternatives.Concat(folders.Impostors)
            .Prepend(folders.Solution)
            .Select(folder => new JobSubmission
            {
                Label = "",
                Path = folder,
                Kata = kata.Name,
                GradeUntouched = true,
            });
    }

    private List<JobSubmission> Draw(List<JobSubmission> programs, int first, int count) =>
        [
            .. Enumerable
                .Range(first, count)
                .Select(number => programs[_draws.Next(programs.Count)] with { Label = $"{number}" }),
        ];

    private async Task<GradingResult> GradeAsync(GradersRequest request, bool isBusy, CancellationToken cancellation)
    {
        if (!isBusy)
        {
            var (file, arguments) = surroundings.Graders;
            var pinned = new StartCommand("taskset", ["--cpu-list", OneProcessor, file, .. arguments]);
            return await grade(surroundings with { Graders = pinned }, request, cancellation);
        }
        using var over = new CancellationTokenSource();
        List<Thread> burners = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Burn(over.Token))];
        try
        {
            return await grade(surroundings, request, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            burners.ForEach(burner => burner.Join());
        }
    }

    private static Thread Burn(CancellationToken over)
    {
        var burner = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                Thread.SpinWait(10_000);
            }
        })
        {
            IsBackground = true,
        };
        burner.Start();
        return burner;
    }
}
