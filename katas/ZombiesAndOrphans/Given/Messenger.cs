namespace ConcurrencyKatas.ZombiesAndOrphans;

/// <summary>What a messenger does. Do not edit: graders use their own copy.</summary>
public static class Messenger
{
    // The second road leads through the wood.
    private const int ThroughTheWood = 2;

    /// <summary>
    /// Delivers a letter, which may take long, and comes back into the hall. Right after that the messenger's process is to end.
    /// </summary>
    /// <param name="hall">The hall of the post house.</param>
    /// <param name="number">Which messenger it is, from 1.</param>
    /// <exception cref="RobbedException">
    /// Messenger 2 comes back without the letter, always. Let the exception end the process.
    /// </exception>
    public static void Deliver(Hall hall, int number)
    {
        var messenger = Mark.On($"messenger-{number}");
        messenger.Record("is on the way");
        hall.ComeIn();
        messenger.Record("is back");
        if (number == ThroughTheWood)
        {
            throw new RobbedException(number);
        }
    }
}
