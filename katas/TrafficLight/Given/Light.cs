namespace ConcurrencyKatas.TrafficLight;

/// <summary>What the light shows; it is red at first. Do not edit: graders use their own copy.</summary>
public static class Light
{
    /// <summary>From now on the light is green.</summary>
    public static void TurnGreen() => Mark.On("crossing").Record("the light turns green");

    /// <summary>From now on the light is red.</summary>
    public static void TurnRed() => Mark.On("crossing").Record("the light turns red");
}
