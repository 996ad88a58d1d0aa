using ConcurrencyKatas.Grading.Claims;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Starts workers one after another, on a thread of its own, while the compiler works, and lets them rehearse: all of them at
/// once would take the processors away from it, and everybody waits for it.
/// </summary>
internal sealed class WarmUp
{
    private readonly Thread _thread;
    private volatile bool _isEnough;

    /// <summary>Begins.</summary>
    /// <param name="steps">Each takes a moment.</param>
    public WarmUp(IEnumerable<Action> steps) =>
        _thread = HeadStart.InBackground(
            "warm-up",
            () =>
            {
                foreach (Action step in steps.TakeWhile(_ => !_isEnough))
                {
                    step();
                }
            }
        );

    /// <summary>Waits for the step that is being done; no other is.</summary>
    public void Finish()
    {
        _isEnough = true;
        _thread.Join();
    }
}
