// deadlock: the light lets go who stands there, and nobody lets go who comes later.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        var line = new Queue<int>(name: "line");
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
                var trip = new Process(Drive, car, line, greens[car - 1]) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            while (line.TryGet(out var car))
            {
                greens[car - 1].Set();
            }
            foreach (var trip in trips)
            {
                trip.Join();
            }
            Light.TurnRed();
        }
    }

    private static void Drive(int car, Queue<int> line, Event green)
    {
        Car.Arrive(car);
        line.Put(car);
        green.Wait();
        Car.Cross(car);
    }
}
