using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Turns what became of one claim about one submission into an entry of the report, and passes failures on.</summary>
/// <param name="submission">Whose report it is.</param>
/// <param name="test">The test's name, which is the claim as a sentence.</param>
/// <param name="points">What the claim is worth.</param>
/// <param name="skip">Tells the test framework that the claim was not shown.</param>
public sealed class ClaimRecorder(GradedSubmission submission, string test, int points, Action<string> skip)
{
    /// <summary>The test's name.</summary>
    public string Test => test;

    /// <summary>Runs a check and records its outcome.</summary>
    /// <param name="check">Returns the verdict, a part for each size; throws one of this folder's exceptions otherwise.</param>
    public void Judge(Func<IReadOnlyList<string>> check)
    {
        try
        {
            Record(ClaimStatus.Passed, verdict: check());
        }
        catch (ClaimFailedException failed)
        {
            Record(ClaimStatus.Failed, evidence: failed.Evidence);
            throw;
        }
        catch (NotShownException hidden)
        {
            Record(ClaimStatus.NotShown, reason: hidden.Message);
            skip(hidden.Message);
            throw;
        }
        catch (Exception problem)
        {
            CouldNotGradeException ours =
                problem as CouldNotGradeException
                ?? new CouldNotGradeException($"The grader itself failed in '{test}': {problem.Message}", problem);
            Record(ClaimStatus.CouldNotGrade, reason: ours.Message);
            throw ReferenceEquals(ours, problem) ? problem : ours;
        }
    }

    /// <summary>Records that the claim was not tried.</summary>
    public void Skip(string reason) => Record(ClaimStatus.Skipped, reason: reason);

    /// <summary>Confirms a failing run in fresh processes and throws what the student reads.</summary>
    /// <param name="size">The size of the run.</param>
    /// <param name="run">The failing run.</param>
    /// <param name="violation">What was found in it.</param>
    /// <param name="again">Finds it in another run.</param>
    /// <param name="isAnyRun">Whether any run with the violation will do; not where this one was made on purpose.</param>
    /// <exception cref="ClaimFailedException">Always, when the failure is confirmed.</exception>
    public void Fail(Size size, KataRun run, Violation violation, Func<KataRun, Violation?> again, bool isAnyRun = true)
    {
        submission.Report("confirm", size.Name, violation.Sentence);
        Evidence evidence = submission.Evidence.Build(size, run.Run, violation, again, isAnyRun);
        throw new ClaimFailedException(FailureMessage.Of(evidence), evidence);
    }

    private void Record(
        ClaimStatus status,
        IReadOnlyList<string>? verdict = null,
        string? reason = null,
        Evidence? evidence = null
    ) =>
        submission.Record(
            new ClaimReport
            {
                Test = test,
                Claim = test.Replace('_', ' '),
                Status = status,
                Points = status == ClaimStatus.Passed ? points : 0,
                MaxPoints = points,
                Reason = reason,
                Evidence = evidence,
            },
            verdict ?? []
        );
}
