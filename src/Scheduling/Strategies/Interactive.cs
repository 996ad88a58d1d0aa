namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Lets somebody choose: it goes the way of an earlier run first, and asks from there on, wherever more than one actor could
/// go on. What is undone is undone by a run that goes a shorter way.
/// </summary>
/// <param name="way">Steps of an earlier run of the same program, from its beginning.</param>
/// <param name="ask">Who chooses.</param>
public sealed class Interactive(IReadOnlyList<Step> way, Func<Situation, Choice> ask) : IStrategy
{
    /// <summary>Where and how the program did something else than on that way, in a sentence; null while it does not.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public string Describe() => $"interactive[{string.Join('-', way.Select(step => step.Actor))}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        var place = situation.Steps.Count;
        if (Divergence is null && place < way.Count)
        {
            var step = way[place];
            Divergence = Difference(situation, step);
            if (Divergence is null)
            {
                return Choice.Grant(step.Actor);
            }
        }
        return situation.IsChoice ? ask(situation) : Choice.Grant(situation.Enabled[0].Actor);
    }

    private static string? Difference(Situation situation, Step step)
    {
        var found = situation.EnabledOf(step.Actor);
        // A start has an object only once there is a child.
        var isSame =
            found is not null
            && found.Operation.Kind == step.Operation.Kind
            && found.Operation.Text == step.Operation.Text
            && (found.Object == ObjectId.None || found.Object == step.Object);
        return isSame
            ? null
            : $"The program did not go the same way again: at step {step.Index} {ReplayWords.Name(situation, step.Actor)} "
                + $"came to {step.Operation.Kind} before, and now "
                + (found is null ? "it cannot go on there." : $"to {found.Operation.Kind}.");
    }
}
