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
            Run run = new Referee(stage, strategy, options).Play();
            stage.CatchUp();
            return run;
        }
        finally
        {
            stage.Finish();
        }
    }

    /// <summary>
    /// The same, about twice as fast where actors do what they were seen to do in earlier runs on this stage: it is decided
    /// ahead who goes on, and carried out together. Where somebody does something else the run is made once more, without that.
    /// </summary>
    /// <param name="stage">Where the actors live.</param>
    /// <param name="strategy">Makes what decides who goes on, the same each time.</param>
    /// <param name="options">Limits; null for <see cref="RunOptions.Default"/>.</param>
    public static Run Run(IStage stage, Func<IStrategy> strategy, RunOptions? options = null)
    {
        stage.GrantsAhead = true;
        try
        {
            return Run(stage, strategy(), options);
        }
        catch (Exception problem)
            when (stage.GrantsAhead && problem is UnforeseenException or InvalidOperationException)
        {
            // The other one comes from a model that was told ahead of another primitive than the one that is there.
            stage.GrantsAhead = false;
            return Run(stage, strategy(), options);
        }
        finally
        {
            stage.GrantsAhead = false;
        }
    }
}
