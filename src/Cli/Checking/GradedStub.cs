using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>The stub, graded all the same, fails: it compiles, runs, and is wrong.</summary>
internal sealed record GradedStub : Expectation
{
    public override IEnumerable<Fault> Judge(KataReport report)
    {
        if (CouldNotGrade(report) is { } fault)
        {
            yield return fault;
        }
        else if (report.Status == KataStatus.Passed)
        {
            yield return At("The stub passes every test.", "Break the stub, or make a claim that it breaks.");
        }
        else if (report.Status != KataStatus.Failed)
        {
            yield return At(
                $"The stub's status is '{Words.Of(report.Status)}' ({Because(report)}), but it must run and fail.",
                "Put the stub right as far as it must run."
            );
        }
    }
}
