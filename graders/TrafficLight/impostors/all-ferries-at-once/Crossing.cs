// fails: Every_car_crosses_once_on_the_green_of_its_ferry: all cars set off at the beginning, and those of the last ferry cross on the green of the first.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
        var trips = new List<Process>();
        for (var car = 1; car <= ferries * cars; car++)
        {
            var trip = new Process(Drive, car, green) { Name = $"car-{car}" };
            trip.Start();
            trips.Add(trip);
        }
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            if (ferry == 1)
            {
                Light.TurnGreen();
                green.Set();
            }
            for (var car = (ferry - 1) * cars; car < ferry * cars; car++)
            {
                trips[car].Join();
            }
        }
        green.Clear();
        Light.TurnRed();
    }

    private static void Drive(int car, Event green)
    {
        Car.Arrive(car);
        green.Wait();
        Car.Cross(car);
    }
}
