using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>An impostor is caught, for the reason that it declares.</summary>
internal sealed record Impostor : Expectation
{
    public required DeclaredVerdict Verdict { get; init; }

    public override string Describe(KataReport report)
    {
        var failed = FailedTests(report).ToList();
        var declared = report.Claims.FirstOrDefault(Verdict.Covers)?.Test;
        return declared is null || failed.Count < 2
            ? base.Describe(report)
            : $"caught by {declared} and {failed.Count - 1} more";
    }

    public override IEnumerable<Fault> Judge(KataReport report)
    {
        if (CouldNotGrade(report) is { } fault)
        {
            yield return fault;
        }
        else if (report.Status == KataStatus.Passed)
        {
            yield return At(
                $"The impostor passes every test, but declares '{Verdict}: {Verdict.Why}'.",
                "Add a claim that it breaks, or a configuration in which it shows."
            );
        }
        else if (report.Status != KataStatus.Failed)
        {
            yield return At(
                $"The impostor's status is '{Words.Of(report.Status)}' ({Because(report)}), but it must run and fail.",
                "Make it a program that compiles and keeps the rules."
            );
        }
        else if (Verdict.Test is { } test && report.Claims.All(c => c.Test != test))
        {
            var near = Suggestion.Nearest(test, report.Claims.Select(c => c.Test));
            yield return At(
                $"It declares 'fails: {test}', but {Kata.Name} has no such test.",
                near is null ? "Name one of its tests." : $"Did you mean {near}?"
            );
        }
        else if (!report.Claims.Any(Verdict.Covers))
        {
            yield return At(
                $"It declares '{Verdict}', but what failed is {string.Join(", ", FailedTests(report))}.",
                "Put its first line right, or the test that should have caught it."
            );
        }
    }
}
