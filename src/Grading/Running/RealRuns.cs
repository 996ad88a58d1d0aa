using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// The runs for real of one submission: one of each size, which every claim about that size looks at. A run can be begun before
/// a claim asks for it; whether it was changes nothing but the time.
/// </summary>
/// <param name="run">Makes a run.</param>
internal sealed class RealRuns(Func<Size, RealRun> run) : IDisposable
{
    private readonly Dictionary<Size, Task<RealRun>> _runs = [];

    /// <summary>Begins a run, unless there is one.</summary>
    public void Begin(Size size)
    {
        if (!_runs.ContainsKey(size))
        {
            _runs.Add(size, Task.Factory.StartNew(() => run(size), TaskCreationOptions.LongRunning));
        }
    }

    /// <summary>The run of a size, once it has ended.</summary>
    /// <exception cref="Claims.CouldNotGradeException">It did not end, or could not be started.</exception>
    public RealRun Of(Size size)
    {
        Begin(size);
        return _runs[size].GetAwaiter().GetResult();
    }

    /// <summary>Waits for runs that nobody asked for in the end, so that none goes on after its submission.</summary>
    public void Dispose()
    {
        foreach (Task<RealRun> begun in _runs.Values)
        {
            // Who asked for a run was told what went wrong with it.
            ((IAsyncResult)begun).AsyncWaitHandle.WaitOne();
            _ = begun.Exception;
        }
    }
}
