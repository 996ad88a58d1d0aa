// passes: a semaphore gets as many units as there are cars, and none is left.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Semaphore(0, "green");
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
            for (var car = 1; car <= cars; car++)
            {
                green.Release();
            }
            foreach (var trip in trips)
            {
                trip.Join();
            }
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Semaphore green)
    {
        Car.Arrive(car);
        green.Acquire();
        Car.Cross(car);
    }
}
