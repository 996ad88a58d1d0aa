namespace ConcurrencyKatas.ProducerConsumer;

/// <summary>Where bread is baked. Do not edit: graders use their own copy.</summary>
public static class Oven
{
    /// <summary>Bakes a loaf, which may take long. For a baker's process.</summary>
    /// <param name="baker">The baker's number, from 1.</param>
    /// <param name="number">Which of the baker's loaves it is, from 1.</param>
    public static Loaf Bake(int baker, int number)
    {
        Mark.On($"loaf {baker}.{number}").Record($"is baked by baker {baker}");
        return new Loaf(baker, number);
    }
}
