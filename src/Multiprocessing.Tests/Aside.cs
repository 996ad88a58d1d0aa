using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>
/// A thread of a test. What it throws is thrown where it is joined; on a thread of its own it would end the whole test run, and
/// of the tests that had not run yet none would be counted as failed.
/// </summary>
internal sealed class Aside
{
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _problem;

    /// <summary>Does not start it.</summary>
    /// <param name="body">What it does.</param>
    public Aside(Action body) =>
        _thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception problem)
            {
                _problem = ExceptionDispatchInfo.Capture(problem);
            }
        })
        {
            IsBackground = true,
        };

    /// <summary>What it does at the moment.</summary>
    public System.Threading.ThreadState ThreadState => _thread.ThreadState;

    /// <summary>Starts it.</summary>
    public void Start() => _thread.Start();

    /// <summary>Waits for its end.</summary>
    public void JoinWatched()
    {
        _thread.JoinWatched();
        _problem?.Throw();
    }
}
