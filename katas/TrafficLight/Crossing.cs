namespace ConcurrencyKatas.TrafficLight;

/// <summary>The crossing at the landing stage, with a light, and a process for every car.</summary>
public static class Crossing
{
    /// <summary>Lets ferry after ferry land and all their cars across; returns when the last has gone. Runs in main.</summary>
    /// <param name="ferries">How many ferries land, one after the other.</param>
    /// <param name="cars">How many cars each ferry brings. Cars are numbered from 1, and on from ferry to ferry.</param>
    public static void Open(int ferries, int cars)
    {
        var isGreen = new Value<bool>(false, "is green");
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car, isGreen) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            isGreen.Value = true;
            System.Threading.Thread.Sleep(TimeSpan.FromSeconds(10));
            isGreen.Value = false;
            Light.TurnRed();
            foreach (var trip in trips)
            {
                trip.Join();
            }
        }
    }

    /// <summary>One car drives up, waits for green, and crosses. Runs in the car's own process.</summary>
    private static void Drive(int car, Value<bool> isGreen)
    {
        Car.Arrive(car);
        while (!isGreen.Value)
        {
            System.Threading.Thread.Sleep(TimeSpan.FromMilliseconds(100));
        }
        Car.Cross(car);
    }
}
