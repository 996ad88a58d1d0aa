// fails: No_car_is_on_the_crossing_while_the_light_is_red: the event of the first ferry lets the cars of the second through at once.
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
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Event green)
    {
        Car.Arrive(car);
        green.Wait();
        Car.Cross(car);
    }
}
