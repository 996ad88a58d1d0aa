namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Runs the actors of a stage under one schedule: at every quiescent moment it asks the strategy for one enabled actor,
/// performs that actor's operation on the model, and lets the actor do the same for real. One actor moves at a time.
/// </summary>
public static class Arbiter
{
    /// <summary>One run, from its first point to its end. The stage is finished whatever happens.</summary>
    /// <param name="stage">Where the actors live.</param>
    /// <param name="strategy">Who goes on; serves this run only.</param>
    /// <param name="options">Limits; null for <see cref="RunOptions.Default"/>.</param>
    /// <exception cref="InvalidOperationException">The strategy chose an actor that is not enabled.</exception>
    public static Run Run(IStage stage, IStrategy strategy, RunOptions? options = null)
    {
        options ??= RunOptions.Default;
        try
        {
            stage.Begin();
            return new Referee(stage, strategy, options).Play();
        }
        finally
        {
            stage.Finish();
        }
    }
}
