using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// The smallest number of switches with which a bug shows, found by going through all schedules in the order of their
/// switches. For models with few states.
/// </summary>
internal static class LeastSwitches
{
    public static int Of(BugModel model)
    {
        List<Place> places = [Place.FirstOf(model.Stage()).After(0)];
        HashSet<(string, int)> seen = [];
        for (var switches = 0; places.Count > 0; switches++)
        {
            List<Place> next = [];
            var stack = new Stack<Place>(places);
            while (stack.TryPop(out var place))
            {
                if (!seen.Add((place.Position, place.Last)))
                {
                    continue;
                }
                var situation = place.Situation;
                if (situation.IsFinal)
                {
                    if (model.ShowsIn(Arbiter.Run(model.Stage(), new Prefix(place.Order))))
                    {
                        return switches;
                    }
                    continue;
                }
                foreach (var parked in situation.Enabled)
                {
                    if (parked.Actor == place.Last)
                    {
                        stack.Push(place.After(parked.Actor));
                    }
                    else
                    {
                        next.Add(place.After(parked.Actor));
                    }
                }
            }
            places = next;
        }
        throw new InvalidOperationException($"{model.Name} has no bug.");
    }
}
