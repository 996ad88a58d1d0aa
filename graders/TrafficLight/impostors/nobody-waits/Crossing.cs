// fails: No_car_is_on_the_crossing_while_the_light_is_red: nothing keeps a car from driving on.
namespace ConcurrencyKatas.TrafficLight;

public static class Crossing
{
    public static void Open(int ferries, int cars)
    {
        for (var ferry = 1; ferry <= ferries; ferry++)
        {
            var trips = new List<Process>();
            for (var car = (ferry - 1) * cars + 1; car <= ferry * cars; car++)
            {
                var trip = new Process(Drive, car) { Name = $"car-{car}" };
                trip.Start();
                trips.Add(trip);
            }
            Light.TurnGreen();
            foreach (var trip in trips)
            {
                trip.Join();
            }
            Light.TurnRed();
        }
    }

    private static void Drive(int car)
    {
        Car.Arrive(car);
        Car.Cross(car);
    }
}
