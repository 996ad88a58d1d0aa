namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>
/// Trusted mode, for measuring the graders with the solutions: what is run is the assembly of <c>solutions/</c> as it lies
/// beside the graders, where Coverlet has instrumented it or Stryker has put its mutants. It is neither compiled nor checked by
/// rules, it is not confined, and its processes get the whole environment, in which Stryker says which mutant is active.
/// </summary>
public static class Trust
{
    /// <summary>The environment variable that asks for it: <c>1</c>.</summary>
    public const string Variable = "KATA_TRUSTED";

    /// <summary>What the solutions are called in a job and in reports.</summary>
    public const string Label = "solutions";

    /// <summary>Whether this process is in trusted mode.</summary>
    public static bool IsGiven { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>The assembly that is run.</summary>
    /// <exception cref="FileNotFoundException">The graders were built without it.</exception>
    public static string Assembly => AssemblyIn(AppContext.BaseDirectory);

    /// <summary>The one in a folder.</summary>
    internal static string AssemblyIn(string folder) =>
        Path.Combine(folder, "ConcurrencyKatas.Solutions.dll") is var path && File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"Trusted mode runs '{path}', which is missing. Build the graders with -p:TrustedSolutions=true; "
                    + "./kata coverage and ./kata mutate do so.",
                path
            );

    /// <summary>Accepts a job that grades the solutions and nothing else.</summary>
    /// <exception cref="InvalidDataException">It names another submission, which nobody has reason to trust.</exception>
    public static Job Require(Job job)
    {
        string solutions = Path.GetFullPath(Path.Combine(job.Root, Label));
        JobSubmission? other = job.Submissions.FirstOrDefault(s => Path.GetFullPath(s.Path) != solutions);
        return other is null
            ? job
            : throw new InvalidDataException(
                $"The job names the submission '{other.Label}' in '{other.Path}', and {Variable} is set. Only '{solutions}' is "
                    + $"ever trusted. Unset {Variable} to grade other submissions."
            );
    }
}
