using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// What all schedules with at most so many preemptions show, for no preemption, one, two and so on: found by going through all
/// of them, without any reduction but that the same state after the same actor is entered once.
/// </summary>
internal sealed class EveryBoundedSchedule
{
    private readonly List<HashSet<string>> _observations = [];

    private EveryBoundedSchedule() { }

    /// <summary>For each bound, as far as it could be enumerated, what schedules within it show.</summary>
    public IReadOnlyList<HashSet<string>> Observations => _observations;

    /// <summary>Whether the last of them is what all schedules show.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Enters every state within a bound.</summary>
    /// <param name="stage">What runs.</param>
    /// <param name="bound">The largest number of preemptions.</param>
    /// <param name="maxStates">After so many states it gives up, with the bounds that it has finished.</param>
    public static EveryBoundedSchedule Of(IForkableStage stage, int bound, int maxStates)
    {
        var every = new EveryBoundedSchedule();
        HashSet<(ulong, ulong, int)> entered = [];
        HashSet<string> seen = [];
        List<Place> places = [Place.FirstOf(stage)];
        while (places.Count > 0 && every._observations.Count <= bound)
        {
            List<Place> next = [];
            var stack = new Stack<Place>(places);
            while (stack.TryPop(out var place))
            {
                var situation = place.Situation;
                if (!entered.Add((place.State, situation.World.DigestOfLooks, place.Last)))
                {
                    continue;
                }
                if (entered.Count > maxStates)
                {
                    return every;
                }
                if (situation.IsFinal)
                {
                    seen.Add(place.Close());
                }
                foreach (var parked in situation.Enabled)
                {
                    if (parked.Actor != place.Last && CouldGoOn(situation, place.Last))
                    {
                        next.Add(place.After(parked.Actor));
                    }
                    else
                    {
                        stack.Push(place.After(parked.Actor));
                    }
                }
            }
            every._observations.Add([.. seen]);
            places = next;
        }
        every.IsWhole = places.Count == 0;
        return every;
    }

    // Said here once more, in other words than the search has for it.
    private static bool CouldGoOn(Situation situation, int last)
    {
        var world = situation.World;
        return situation.Of(last) is { } parked
            && world.IsEnabled(parked)
            && !world.IsPolling(last)
            && parked.Operation.Kind is not OperationKind.Sleep;
    }
}
