using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>The graders with the solutions beside them: a build of its own that no student's command uses.</summary>
internal static class TrustedBuild
{
    /// <summary>The environment of a tool that builds there what it instruments or mutates: IL, without machine code beside it.</summary>
    public static Dictionary<string, string?> BuildEnvironment() =>
        new() { ["TrustedSolutions"] = "true", ["ReadyToRun"] = "false" };

    /// <summary>The environment of a tool that builds and runs the graders with the solutions.</summary>
    public static Dictionary<string, string?> Environment() =>
        new(BuildEnvironment())
        {
            [Trust.Variable] = "1",
            [Job.Variable] = null,
            ["DOTNET_EnableDiagnostics"] = "0",
        };

    /// <summary>Where a configuration of them is built.</summary>
    public static string Folder(Repository repository, string configuration) =>
        Path.Combine(repository.Artifacts, "trusted", "bin", "Graders", configuration);

    /// <summary>Makes ready for such a build.</summary>
    /// <exception cref="UserError">There are no solutions to be trusted.</exception>
    public static void Prepare(Repository repository)
    {
        if (!Directory.Exists(repository.Solutions))
        {
            throw new UserError("There is no folder 'solutions': the graders are measured with the solutions.");
        }
        // Its lock files lie apart from everybody else's.
        Directory.CreateDirectory(Path.Combine(repository.Artifacts, "trusted", "locks"));
    }
}
