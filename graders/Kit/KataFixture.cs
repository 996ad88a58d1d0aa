using System.Reflection;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// What the claims of one kata share: the submission under examination, compiled once, each size explored once. An
/// instance per test class, and nothing static: a process that grades many submissions must not remember any.
/// </summary>
public sealed class KataFixture : IDisposable
{
    private readonly Job _job = Job.Current();
    private GradedSubmission? _current;
    private string? _label;

    /// <summary>A claim over all runs of these sizes.</summary>
    public ClaimSubject Explore(string submission, params ReadOnlySpan<Size> sizes)
    {
        GradedSubmission graded = Ready(submission);
        var explorations = new List<Exploration>();
        foreach (Size size in sizes)
        {
            explorations.Add(graded.Explore(size));
        }
        return new ClaimSubject(Recorder(graded), explorations);
    }

    /// <summary>A claim that something must be possible; see <see cref="ProbeClaim"/>.</summary>
    public void Probe(string submission, Size size, Func<MarkEvent, bool> hold, Func<KataRun, bool> until, string what) =>
        Probe(submission, size, (mark, _) => hold(mark), until, what);

    /// <summary>A claim that something must be possible; see <see cref="ProbeClaim"/>.</summary>
    public void Probe(string submission, Size size, Func<MarkEvent, KataRun, bool> hold, Func<KataRun, bool> until, string what)
    {
        GradedSubmission graded = Ready(submission);
        new ProbeClaim(hold, until, what).Check(Recorder(graded), graded, size);
    }

    /// <summary>A claim about one run for real.</summary>
    public RealSubject ForReal(string submission, Size size)
    {
        GradedSubmission graded = Ready(submission);
        return new RealSubject(Recorder(graded), graded, size);
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private static (string Test, int Points, string Kata) Test()
    {
        var method = (IXunitTestMethod)TestContext.Current.TestMethod!;
        int points = method.Method.GetCustomAttribute<ClaimAttribute>()!.Points;
        return (method.MethodName, points, method.TestClass.Class.GetCustomAttribute<KataAttribute>()!.Kata);
    }

    private static ClaimRecorder Recorder(GradedSubmission graded)
    {
        (string test, int points, _) = Test();
        return new ClaimRecorder(graded, test, points);
    }

    private GradedSubmission Ready(string label)
    {
        if (_label != label)
        {
            _current?.Dispose();
            _current = null;
            JobSubmission submission = _job.Submissions.First(s => s.Label == label);
            _current = new GradedSubmission(_job, submission, Test().Kata);
            _label = label;
        }
        GradedSubmission graded = _current!;
        if (graded.Preparation.Reason is { } reason)
        {
            Recorder(graded).Skip(reason);
            if (graded.ComplainOnce())
            {
                Assert.Fail(graded.Preparation.Explanation);
            }
            Assert.Skip(reason);
        }
        return graded;
    }
}
