// passes: an event is a flag, a lock and somebody who tells of a change.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var change = new Condition(new Lock("gate"), "change");
        var isGreen = new Value<bool>(false, "is green");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, change, isGreen) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            using (change.Enter())
            {
                isGreen.Value = true;
                change.NotifyAll();
            }
            foreach (var trip in trips)
            {
                trip.Join();
            }
            isGreen.Value = false;
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Condition change, Value<bool> isGreen)
    {
        Car.Arrive(car);
        using (change.Enter())
        {
            while (!isGreen.Value)
            {
                change.Wait();
            }
        }
        Car.Cross(car);
    }
}
