// fails: Every_car_crosses_once_on_the_green_of_its_ferry: Open returns when all are across, and some of them are not at home yet.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        var across = new Semaphore(0, "across");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green, across) { Name = $"car-{car}" };
                trip.Start();
            }
            Light.TurnGreen();
            green.Set();
            for (var car = 1; car <= cars; car++)
            {
                across.Acquire();
            }
            green.Clear();
            Light.TurnRed();
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
