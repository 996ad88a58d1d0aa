// fails: No_car_is_on_the_crossing_while_the_light_is_red: a car is counted as across when it drives off.
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
            for (var car = 1; car <= cars; car++)
            {
                across.Acquire();
            }
            green.Clear();
            Light.TurnRed();
            foreach (var trip in trips)
            {
                trip.Join();
            }
        }
    }

    private static void Drive(int car, Event green, Semaphore across)
    {
        Car.Arrive(car);
        green.Wait();
        across.Release();
        Car.Cross(car);
    }
}
