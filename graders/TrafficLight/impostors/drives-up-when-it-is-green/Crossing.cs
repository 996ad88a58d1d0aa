// fails: All_who_wait_may_cross_together_on_one_green: a car waits at home, and comes to the light only when it is green.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            green.Set();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            green.Clear();
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Event green)
    {
        green.Wait();
        Car.Arrive(car);
        Car.Cross(car);
    }
}
