// fails: A_car_that_comes_on_green_need_not_stop: a barrier opens when everybody stands at it, so nobody ever comes on green.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var line = new Barrier(cars + 1, "line");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, line) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            line.Wait();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Barrier line)
    {
        Car.Arrive(car);
        line.Wait();
        Car.Cross(car);
    }
}
