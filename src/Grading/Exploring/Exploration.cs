using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>
/// The runs of one submission at one size. They are made when a claim asks for them and kept, so that each claim sees the
/// same runs and the next claim goes on where the last one stopped.
/// </summary>
public sealed class Exploration
{
    // A deadlocked run costs its workers, which must be replaced: enough to judge by, few enough to be quick.
    private const int DeadlocksAtMost = 8;

    // Once a claim has failed there is nothing to be proved: the other claims are judged by this many runs of the proof and of
    // what follows a proof that did not fit.
    private const int ProofRunsAfterAFailure = 300;

    /// <summary>Once it is known what a submission is like, its other claims are judged by this many runs of a size.</summary>
    internal const int RunsOnceSettled = 60;

    private readonly IProgramStage _stage;
    private readonly StagedProgram _program;
    private readonly Explorer _explorer;
    private readonly IEnumerator<ExploredRun> _source;
    private readonly List<KataRun> _runs = [];
    private readonly Func<bool> _hasFailed;
    private readonly Func<bool> _isSettled;
    private readonly Action<string, int, int?> _progress;
    private readonly int _proofBudget;
    private int _deadlocks;
    private bool _stopped;
    private Exception? _problem;

    /// <summary>Prepares an exploration; nothing runs yet.</summary>
    /// <param name="stage">Where the actors live; shared with other explorations, one at a time.</param>
    /// <param name="kata">What is run.</param>
    /// <param name="definition">Which kata it is.</param>
    /// <param name="size">With which arguments.</param>
    /// <param name="proofBudget">Runs at most for a proof; 0 for no proof.</param>
    /// <param name="hasFailed">Whether a claim about the submission has failed already.</param>
    /// <param name="isSettled">Whether nothing more is to be learned about the submission.</param>
    /// <param name="progress">Told the phase, how many runs are done, and of how many.</param>
    /// <param name="seed">Other schedules are sampled for each; 0 for those that every grading samples.</param>
    public Exploration(
        IProgramStage stage,
        CompiledKata kata,
        KataDefinition definition,
        Size size,
        int proofBudget,
        Func<bool> hasFailed,
        Func<bool> isSettled,
        Action<string, int, int?> progress,
        int seed = 0
    )
    {
        _stage = stage;
        _progress = progress;
        _hasFailed = hasFailed;
        _isSettled = isSettled;
        _proofBudget = proofBudget;
        Size = size;
        _program = Programs.Of(kata, definition, size);
        _explorer = new Explorer(
            stage,
            $"{definition.Slug}.{size.Slug}" + (seed == 0 ? "" : $"#{seed}"),
            // Interleavings that were seen before are looked for no further where a proof covers every one.
            new ExplorerOptions
            {
                ProofRuns = size.Proof ? proofBudget : 0,
                TriesPerSchedule = size.Proof ? 1 : 4,
                Victim = size.Victim,
            }
        );
        _source = _explorer.Explore().GetEnumerator();
    }

    /// <summary>The size.</summary>
    public Size Size { get; }

    /// <summary>Why runs were cut short, so that some claims cannot be shown; null when every run came to its end.</summary>
    public KataRun? Obstacle { get; private set; }

    /// <summary>
    /// A run that ended neither by itself nor by a deadlock, once a claim has met it; who samples ahead does not count, so
    /// that nothing depends on who is faster.
    /// </summary>
    public KataRun? Hindrance { get; private set; }

    /// <summary>
    /// Whether a claim has seen every run that there will be, so that asking for them again costs nothing; who samples ahead
    /// does not count here either.
    /// </summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether exploring stopped before its budget was used.</summary>
    public bool IsCutShort => _stopped;

    /// <summary>What was explored so far.</summary>
    public ExplorationReport Report
    {
        get
        {
            ExplorerSummary summary = _explorer.Summary;
            return new ExplorationReport(
                Size.Name,
                summary.Schedules,
                summary.Distinct,
                summary.ProofRuns,
                summary.Proved,
                summary.Verdict
            )
            {
                Bound = summary.Bound,
                BoundedRuns = summary.BoundedRuns > 0 ? summary.BoundedRuns : null,
            };
        }
    }

    /// <summary>Every run, those already made first.</summary>
    public IEnumerable<KataRun> Runs()
    {
        for (int i = 0; Run(i) is { } run; i++)
        {
            Hindrance ??= run.Run.Ending is Ending.Completed or Ending.Deadlocked ? null : run;
            yield return run;
        }
        IsDone = true;
    }

    /// <summary>Makes the runs that do not belong to a proof. Whoever asks for runs meanwhile gets them one by one.</summary>
    internal void Sample()
    {
        bool goesOn = true;
        while (goesOn)
        {
            lock (_stage)
            {
                goesOn = _problem is null && _explorer.Summary.ProofRuns == 0 && MakeNext();
            }
        }
    }

    // The stage is shared, with explorations of other sizes and with whoever samples ahead.
    private KataRun? Run(int index)
    {
        lock (_stage)
        {
            if (index < _runs.Count)
            {
                return _runs[index];
            }
            bool made = _problem is null && MakeNext();
            return _problem is null
                ? made
                    ? _runs[index]
                    : null
                : throw new CouldNotGradeException($"Exploring {Size.Name} failed: {_problem.Message}", _problem);
        }
    }

    /// <summary>Runs one probe, beside the explored runs.</summary>
    public ProbeResult Try(Probe probe)
    {
        lock (_stage)
        {
            using IDisposable pinned = _stage.Pin();
            _stage.Stage(_program);
            return probe.Run(_stage);
        }
    }

    private int RunsToProve => _explorer.Summary.ProofRuns + _explorer.Summary.BoundedRuns;

    private bool MakeNext()
    {
        if (
            _stopped
            || (RunsToProve >= ProofRunsAfterAFailure && _hasFailed())
            || (_runs.Count >= RunsOnceSettled && _isSettled())
        )
        {
            return false;
        }
        try
        {
            return MakeOne();
        }
        catch (Exception problem)
        {
            // Ours, and for good: every claim that asks for runs is told, or it would pass over those that were not kept. Who
            // samples ahead has nobody to tell.
            _problem = problem;
            return false;
        }
    }

    private bool MakeOne()
    {
        using (_stage.Pin())
        {
            _stage.Stage(_program);
            if (!_source.MoveNext())
            {
                return false;
            }
        }
        var run = new KataRun(_source.Current.Run, Size);
        _runs.Add(run);
        Note(run);
        if (_runs.Count % 20 == 0)
        {
            ReportProgress();
        }
        return true;
    }

    private void ReportProgress()
    {
        ExplorerSummary summary = _explorer.Summary;
        if (_source.Current.Purpose == Purpose.Proof)
        {
            _progress("proof", summary.ProofRuns, Math.Min(summary.ProofEstimate, _proofBudget));
        }
        else if (_source.Current.Purpose == Purpose.Bounded)
        {
            _progress("bounded", summary.BoundedRuns, null);
        }
        else
        {
            _progress("portfolio", _runs.Count, null);
        }
    }

    private void Note(KataRun run)
    {
        switch (run.Run.Ending)
        {
            case Ending.Completed:
                return;
            case Ending.Deadlocked:
                Obstacle ??= run;
                _stopped = ++_deadlocks >= DeadlocksAtMost;
                return;
            default:
                // It would cost seconds again, and says the same again.
                Obstacle ??= run;
                _stopped = true;
                return;
        }
    }
}
