using System.Reflection;
using ConcurrencyKatas.Grading.Jobs;
using Xunit.Sdk;
using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// Tries all claims on one submission after another, in the order of the job: first the claim that is known to fail, then the
/// others in the order of the source.
/// </summary>
public sealed class SourceOrder : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase
    {
        IReadOnlyList<JobSubmission> submissions = Job.Current().Submissions;
        List<string> labels = [.. submissions.Select(s => s.Label)];
        return
        [
            .. testCases
                .OrderBy(c => labels.IndexOf(Label(c)))
                .ThenBy(c => IsKnownToFail(c, submissions) ? 0 : 1)
                .ThenBy(c => Line(c)),
        ];
    }

    private static string Label(ITestCase test) =>
        test.Traits.TryGetValue("Submission", out IReadOnlyCollection<string>? labels) ? labels.First() : "";

    private static bool IsKnownToFail(ITestCase test, IReadOnlyList<JobSubmission> submissions) =>
        test.TestMethod?.MethodName is { } name
        && submissions.FirstOrDefault(s => s.Label == Label(test))?.KnownToFail == name;

    private static int Line(ITestCase test) =>
        (test.TestMethod as IXunitTestMethod)?.Method.GetCustomAttribute<ClaimAttribute>()?.Line ?? 0;
}
