// fails: All_who_wait_may_cross_together_on_one_green: each car has an event, and the light lets one go when the one before is across.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var greens = new List<Event>();
        for (var car = 1; car <= ferries * cars; car++)
        {
            greens.Add(new Event($"green for {car}"));
        }
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, greens[car - 1]) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            for (var i = 0; i < cars; i++)
            {
                greens[(ferry - 1) * cars + i].Set();
                trips[i].Join();
            }
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Event green)
    {
        Car.Arrive(car);
        green.Wait();
        Car.Cross(car);
    }
}
