using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>What the graders are asked to do. The CLI writes it to a file named by <see cref="Variable"/>.</summary>
public sealed record Job
{
    /// <summary>The environment variable that names the job's file.</summary>
    public const string Variable = "KATA_JOB";

    /// <summary>When this variable is <c>1</c>, the graders end as soon as their standard input does.</summary>
    public const string SentinelVariable = "KATA_SENTINEL";

    /// <summary>The budget of one proof in a student's test: what takes well under a second.</summary>
    public const int QuickProof = 300;

    /// <summary>The budget of one proof in a grading: more than any kata of the course needs.</summary>
    public const int FullProof = 5000;

    /// <summary>The folder that holds <c>katas/</c> and <c>graders/</c>.</summary>
    public required string Root { get; init; }

    /// <summary>Whose code to grade.</summary>
    public required IReadOnlyList<JobSubmission> Submissions { get; init; }

    /// <summary>The katas that are asked for; empty when whoever starts the graders selects them in another way.</summary>
    public IReadOnlyList<string> Katas { get; init; } = [];

    /// <summary>Runs at most for one proof; above it the verdict is SAMPLED.</summary>
    public int ProofBudget { get; init; } = FullProof;

    /// <summary>Where reports and progress go; null when nobody reads them.</summary>
    public string? Results { get; init; }

    /// <summary>A replay token: only this run is wanted.</summary>
    public string? Replay { get; init; }

    /// <summary>Somebody wants to play the one kata of the one submission: neither a grading nor a replay; null when nobody does.</summary>
    public PlayRequest? Play { get; init; }

    /// <summary>
    /// Whether the graders get ready, and then wait for a line on their standard input: what they are to grade is not saved yet.
    /// </summary>
    public bool Waits { get; init; }

    /// <summary>Whether it is one kata of one submission, so that the graders have one processor to spare.</summary>
    [JsonIgnore]
    public bool IsOfOneKata => Submissions.Count == 1 && Katas.Count == 1;

    /// <summary>The job in force: the CLI's, or, in a plain <c>dotnet test</c>, the student's katas and the solutions.</summary>
    /// <exception cref="InvalidDataException">The file holds no job, or one that <see cref="Trust"/> does not cover.</exception>
    public static Job Current() => Read(Environment.GetEnvironmentVariable(Variable), Trust.IsGiven);

    /// <summary>Writes the job for the graders to read.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, GradingJson.Default.Job));

    /// <summary>Reads a file; without one, the job of a plain <c>dotnet test</c>.</summary>
    internal static Job Read(string? path, bool isTrusted = false)
    {
        if (path is not { Length: > 0 })
        {
            return Default(RepositoryRoot.Find(), isTrusted);
        }
        using FileStream file = File.OpenRead(path);
        Job job =
            JsonSerializer.Deserialize(file, GradingJson.Default.Job)
            ?? throw new InvalidDataException($"The job in '{path}' is empty.");
        return isTrusted ? Trust.Require(job) : job;
    }

    private static Job Default(string root, bool isTrusted)
    {
        List<JobSubmission> submissions = isTrusted
            ? []
            : [new() { Label = "katas", Path = Path.Combine(root, "katas") }];
        string solutions = Path.Combine(root, "solutions");
        if (Directory.Exists(solutions))
        {
            submissions.Add(new JobSubmission { Label = Trust.Label, Path = solutions });
        }
        // Somebody waits for it: the pipeline grades the solutions with full proofs.
        return new Job
        {
            Root = root,
            Submissions = submissions,
            ProofBudget = QuickProof,
        };
    }
}
