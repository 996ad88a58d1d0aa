// fails: Each_car_is_a_process_of_its_own: one process drives all the cars of a ferry across.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trip = new Process(Drive, (ferry - 1) * cars + 1, ferry * cars, green) { Name = $"ferry-{ferry}" };
            trip.Start();
            Light.TurnGreen();
            green.Set();
            trip.Join();
            green.Clear();
            Light.TurnRed();
        }
    }

    private static void Drive(int first, int last, Event green)
    {
        for (var car = first; car <= last; car++)
        {
            Car.Arrive(car);
            green.Wait();
            Car.Cross(car);
        }
    }
}
