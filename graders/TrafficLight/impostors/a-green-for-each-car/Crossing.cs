// fails: Every_car_crosses_once_on_the_green_of_its_ferry: the light turns green for every car anew.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, green) { Name = $"car-{car}" };
                trip.Start();
                Light.TurnGreen();
                green.Set();
                trip.Join();
                green.Clear();
                Light.TurnRed();
            }
        }
    }

    private static void Drive(int car, Event green)
    {
        Car.Arrive(car);
        green.Wait();
        Car.Cross(car);
    }
}
