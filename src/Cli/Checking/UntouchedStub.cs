using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>The stub as it is handed out is not-started.</summary>
internal sealed record UntouchedStub : Expectation
{
    public override IEnumerable<Fault> Judge(KataReport report)
    {
        if (report.Status != KataStatus.NotStarted)
        {
            yield return CouldNotGrade(report)
                ?? At(
                    $"The stub's status is '{Words.Of(report.Status)}', but must be 'not started'.",
                    $"If the stub or Given was changed on purpose: ./kata check {Kata.Name} --accept."
                );
        }
    }

    public override string Describe(KataReport report) =>
        report.Status == KataStatus.NotStarted ? "not started" : base.Describe(report);
}
