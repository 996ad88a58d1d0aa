// fails: A_car_that_comes_on_green_need_not_stop: the light turns green when all the cars stand there, so nobody ever comes on green.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        var come = new Semaphore(0, "come");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green, come) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            for (var car = 1; car <= cars; car++)
            {
                come.Acquire();
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

    private static void Drive(int car, Event green, Semaphore come)
    {
        Car.Arrive(car);
        come.Release();
        green.Wait();
        Car.Cross(car);
    }
}
