using System.Reflection;
using ConcurrencyKatas.Grading.Jobs;
using Xunit.Sdk;
using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// Tries a claim on the submissions in the order of the job.
/// </summary>
public sealed class SourceOrder : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase
    {
        List<string> labels = [.. Job.Current().Submissions.Select(s => s.Label)];
        return [.. testCases.OrderBy(c => labels.IndexOf(Label(c))).ThenBy(c => Line(c))];
    }

    private static string Label(ITestCase test) =>
        test.Traits.TryGetValue("Submission", out IReadOnlyCollection<string>? labels) ? labels.First() : "";

    private static int Line(ITestCase test) =>
        (test.TestMethod as IXunitTestMethod)?.Method.GetCustomAttribute<ClaimAttribute>()?.Line ?? 0;
}
