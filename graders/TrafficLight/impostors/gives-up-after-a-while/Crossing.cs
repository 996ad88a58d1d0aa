// fails: A_car_that_waits_sleeps_until_it_is_woken: after half a minute a car drives on, whatever the light shows.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var green = new Event("green");
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
            green.Set();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            green.Clear();
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Event green)
    {
        Car.Arrive(car);
        green.Wait(TimeSpan.FromSeconds(30));
        Car.Cross(car);
    }
}
