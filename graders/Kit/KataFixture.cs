using System.Reflection;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Running;
using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// What the claims of one kata share: the submissions under examination, each compiled once, each size explored once. An
/// instance per test class, and nothing static: a process that grades for long must not remember any submission.
/// </summary>
public sealed class KataFixture : IDisposable
{
    private readonly Job _job = Job.Current();
    private readonly Bench _bench = new();
    private readonly Dictionary<string, GradedSubmission> _submissions = [];
    private readonly PlayRules? _rules;
    private bool _isSaved;

    /// <summary>Judges claims.</summary>
    public KataFixture() { }

    /// <summary>Collects claims instead of judging them.</summary>
    internal KataFixture(PlayRules rules) => _rules = rules;

    /// <summary>A claim over all runs of these sizes.</summary>
    public IClaimSubject Explore(string submission, params ReadOnlySpan<Size> sizes)
    {
        if (_rules is not null)
        {
            return _rules.AllRuns(sizes);
        }
        GradedSubmission graded = Ready(submission);
        return new ClaimSubject(Recorder(graded), graded, graded.Explore(sizes));
    }

    /// <summary>A claim that something must be possible; see <see cref="ProbeClaim"/>.</summary>
    public void Probe(
        string submission,
        Size size,
        Func<MarkEvent, bool> hold,
        Func<KataRun, bool> until,
        string what
    ) => Probe(submission, size, (mark, _) => hold(mark), until, what);

    /// <summary>A claim that something must be possible; see <see cref="ProbeClaim"/>.</summary>
    public void Probe(
        string submission,
        Size size,
        Func<MarkEvent, KataRun, bool> hold,
        Func<KataRun, bool> until,
        string what
    )
    {
        if (_rules is not null)
        {
            return; // What must be possible no single run can break.
        }
        GradedSubmission graded = Ready(submission);
        new ProbeClaim(hold, until, what).Check(Recorder(graded), graded, size);
    }

    /// <summary>Whether somebody waits for the answer; see <see cref="GradedSubmission.IsQuick"/>.</summary>
    public bool IsQuick(string submission) => _rules is not null || Ready(submission).IsQuick;

    /// <summary>A claim about one run for real.</summary>
    /// <param name="submission">Whose.</param>
    /// <param name="size">The size that is run.</param>
    /// <param name="explored">The size of which no schedule may get stuck before; the same when it is left out.</param>
    public IRealSubject ForReal(string submission, Size size, Size? explored = null)
    {
        if (_rules is not null)
        {
            return _rules.ForReal();
        }
        GradedSubmission graded = Ready(submission);
        return new RealSubject(Recorder(graded), graded, size, explored ?? size);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        List<Exception> problems = [];
        foreach (GradedSubmission submission in _submissions.Values)
        {
            try
            {
                using (submission)
                {
                    submission.Finish();
                }
            }
            catch (Exception problem)
            {
                problems.Add(problem); // The others have a report, and what they have begun is ended.
            }
        }
        // The framework keeps the fixture until everything has been graded, and each submission keeps its runs.
        _submissions.Clear();
        _bench.Dispose();
        if (problems.Count > 0)
        {
            throw new AggregateException("Not every report could be written.", problems);
        }
    }

    private static (string Test, int Points, string Kata) Test()
    {
        var method = (IXunitTestMethod)TestContext.Current.TestMethod!;
        int points = method.Method.GetCustomAttribute<ClaimAttribute>()!.Points;
        return (method.MethodName, points, method.TestClass.Class.GetCustomAttribute<KataAttribute>()!.Kata);
    }

    private static ClaimRecorder Recorder(GradedSubmission graded)
    {
        (string test, int points, _) = Test();
        return new ClaimRecorder(graded, test, points, Assert.Skip);
    }

    // It is said once, and a claim that comes after one that could not be graded asks again.
    private void AwaitSave()
    {
        if (!_isSaved)
        {
            Sentinel.NextLine();
            _isSaved = true;
        }
    }

    private GradedSubmission Ready(string label)
    {
        Assert.SkipUnless(Stages.Obstacle is null, Stages.Obstacle ?? "");
        if (!_submissions.TryGetValue(label, out GradedSubmission? graded))
        {
            // They come one after another; see SourceOrder.
            foreach (GradedSubmission earlier in _submissions.Values)
            {
                earlier.EndConfirmations();
            }
            JobSubmission submission = _job.Submissions.First(s => s.Label == label);
            graded = _job.Waits
                ? GradedSubmission.Ahead(_job, submission, Test().Kata, _bench, AwaitSave)
                : new GradedSubmission(_job, submission, Test().Kata, _bench);
            _submissions.Add(label, graded);
        }
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
