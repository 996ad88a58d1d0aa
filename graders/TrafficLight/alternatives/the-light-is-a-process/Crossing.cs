// passes: the light is a process of its own, and main lands the ferries.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        var landed = new Semaphore(0, "landed");
        var across = new Semaphore(0, "across");
        var isRed = new Semaphore(0, "is red");
        var light = new Process(Shine, ferries, cars, green, landed, across, isRed) { Name = "light" };
        light.Start();
        var trips = new List<Process>();
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green, across) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            landed.Release();
            isRed.Acquire();
        }
        trips.ForEach(trip => trip.Join());
        light.Join();
    }

    private static void Shine(int ferries, int cars, Event green, Semaphore landed, Semaphore across, Semaphore isRed)
    {
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            landed.Acquire();
            Light.TurnGreen();
            green.Set();
            for (var car = 1; car <= cars; car++)
            {
                across.Acquire();
            }
            green.Clear();
            Light.TurnRed();
            isRed.Release();
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
