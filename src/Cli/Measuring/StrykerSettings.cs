using System.Text.Json;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Strength.Stryker;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>How Stryker is told what to do. Every setting here was seen to give wrong scores when it is another.</summary>
internal static class StrykerSettings
{
    // Beyond what the solution needs. Who loops without end is stopped by the graders long before.
    private const int PatienceInMilliseconds = 600_000;

    /// <summary>The text of its configuration for one kata.</summary>
    public static string Of(Kata kata) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["stryker-config"] = new Dictionary<string, object>
                {
                    // The other runner does not tell the graders' process which mutant is active: 0 %, and no error.
                    ["test-runner"] = "mtp",
                    // Anything else asks child processes that have ended already.
                    ["coverage-analysis"] = "off",
                    // Tests are run in Debug: no mutated assembly may lie there.
                    ["configuration"] = "Release",
                    ["concurrency"] = 1,
                    ["additional-timeout"] = PatienceInMilliseconds,
                    ["break-on-initial-test-failure"] = true,
                    ["mutate"] = (string[])
                        [$"**/solutions/{kata.Name}/**/*.cs", $"**/Kit/Canary/{StrykerCanary.FileName}"],
                    ["test-case-filter"] =
                        $"FullyQualifiedName~Graders.{kata.Name}.|FullyQualifiedName~Graders.Kit.Canary.",
                    ["reporters"] = (string[])["json", "html", "markdown"],
                },
            }
        );
}
