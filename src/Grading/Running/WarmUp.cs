using ConcurrencyKatas.Grading.Claims;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Starts workers one after another, on a thread of its own, while the compiler works: all of them at once would take the
/// processors away from it, and everybody waits for it.
/// </summary>
internal sealed class WarmUp
{
    private readonly Thread _thread;
    private volatile bool _isEnough;

    /// <summary>Begins.</summary>
    /// <param name="starts">Each starts a worker and waits for it.</param>
    public WarmUp(IEnumerable<Action> starts) =>
        _thread = HeadStart.InBackground(
            "warm-up",
            () =>
            {
                foreach (Action start in starts.TakeWhile(_ => !_isEnough))
                {
                    start();
                }
            }
        );

    /// <summary>Waits for the worker that is being started; no other is.</summary>
    public void Finish()
    {
        _isEnough = true;
        _thread.Join();
    }
}
