// fails: All_who_wait_may_cross_together_on_one_green: a single unit is handed from car to car, so they cross one by one.
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
            green.Release();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            green.Acquire();
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Semaphore green)
    {
        Car.Arrive(car);
        green.Acquire();
        Car.Cross(car);
        green.Release();
    }
}
