// passes: the light holds a lock while it is red; a car takes it and gives it back at once.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var red = new Lock("red");
        red.Acquire();
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, red) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            red.Release();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            red.Acquire();
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Lock red)
    {
        Car.Arrive(car);
        red.Acquire();
        red.Release();
        Car.Cross(car);
    }
}
