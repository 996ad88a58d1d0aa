// deadlock: a static field is made anew in every process, so main sets an event that no car has.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    private static readonly Event s_green = new("green");

    public static void Open(int ferries, int cars)
    {
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            s_green.Set();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            s_green.Clear();
            Light.TurnRed();
        }
    }

    private static void Drive(int car)
    {
        Car.Arrive(car);
        s_green.Wait();
        Car.Cross(car);
    }
}
