// fails: No_car_is_on_the_crossing_while_the_light_is_red: one car is across, and the light takes it for all of them.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        var across = new Semaphore(0, "across");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green, across) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            green.Set();
            across.Acquire();
            Light.TurnRed();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            green.Clear();
        }
    }

    private static void Drive(int car, Event green, Semaphore across)
    {
        Car.Arrive(car);
        green.Wait();
        Car.Cross(car);
        across.Release();
    }
}
