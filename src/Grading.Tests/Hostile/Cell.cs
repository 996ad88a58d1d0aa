using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Hostile;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests.Hostile;

/// <summary>Runs <see cref="Attacks"/> as a grader would run a submission, and afterwards an honest one on the same workers.</summary>
internal sealed class Cell : IDisposable
{
    private readonly Bench _bench = new();

    /// <summary>One run under control.</summary>
    public KataRun Explore(string attack, params object?[] arguments)
    {
        var exploration = new Exploration(
            _bench.Stage,
            OwnAssembly.Compiled,
            Kata(attack),
            new Size("an attack", arguments),
            proofBudget: 0,
            hasFailed: () => false,
            isSettled: () => false,
            progress: (_, _, _) => { }
        );
        return exploration.Runs().First();
    }

    /// <summary>One run for real.</summary>
    public static RealRun RunForReal(string attack, params object?[] arguments) =>
        RealRunner.Run(OwnAssembly.Compiled, Kata(attack), new Size("an attack", arguments));

    /// <summary>One run before somebody's eyes.</summary>
    /// <returns>Main's exit code, −signal.</returns>
    public static int Watch(
        string attack,
        CancellationToken cancellation,
        string? debugGate = null,
        Action<int>? started = null
    ) => RealRunner.Watch(OwnAssembly.Compiled, Kata(attack), [], _ => { }, cancellation, debugGate, started);

    /// <summary>One run for real that may not take longer than that.</summary>
    public static RealRun? TryForReal(string attack, TimeSpan patience) =>
        RealRunner.TryRun(OwnAssembly.Compiled, Kata(attack), new Size("an attack"), patience);

    /// <summary>Explores an honest submission; every run has to come to its end.</summary>
    public void ExploreAnHonestOne()
    {
        string label = "right-with-a-static-field";
        var submission = new JobSubmission { Label = label, Path = GraderProcess.Folder(label) };
        var job = new Job { Root = RepositoryRoot.Find(), Submissions = [submission] };
        var graded = new GradedSubmission(job, submission, "SemaphoreRooms", _bench);
        Exploration exploration = graded.Explore(new Size("3 guests, 2 rooms", 3, 2, 0));

        Assert.Equal(50, exploration.Runs().Take(50).Count(run => run.Run.Ending == Ending.Completed));
    }

    public void Dispose() => _bench.Dispose();

    private static KataDefinition Kata(string attack) => OwnAssembly.Kata(typeof(Attacks), attack);
}
