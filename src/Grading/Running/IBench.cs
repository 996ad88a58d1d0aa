using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Where submissions are run. One grader uses it for one submission after another.</summary>
public interface IBench : IDisposable
{
    /// <summary>The warm workers; started on first use.</summary>
    IProgramStage Stage { get; }

    /// <summary>Starts the warm workers without waiting for them.</summary>
    void Start();

    /// <summary>Starts one of the warm workers and waits for it. To be called by nobody while <see cref="Stage"/> is in use.</summary>
    /// <param name="actor">Which one.</param>
    void StartOne(int actor);

    /// <summary>
    /// Lets warm workers, and the exploring itself, do once what they will do for submissions. To be called by nobody while
    /// <see cref="Stage"/> is in use.
    /// </summary>
    /// <param name="workers">How many workers take part.</param>
    void Rehearse(int workers);

    /// <summary>Workers that have never run anything.</summary>
    /// <param name="actors">For which processes of a run to start one at once, by actor.</param>
    IProgramStage FreshStage(IEnumerable<int> actors);

    /// <summary>
    /// Runs a size for real, in processes of its own, and waits for its end; null when it did not come in time. May be called at
    /// any time, by any thread.
    /// </summary>
    /// <exception cref="Claims.CouldNotGradeException">Its main process could not be started.</exception>
    RealRun? RunForReal(CompiledKata kata, KataDefinition definition, Size size, TimeSpan patience);

    /// <summary>A bench for work that is done at the same time, on another processor if there is one.</summary>
    IBench Another();
}
