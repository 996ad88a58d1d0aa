namespace ConcurrencyKatas.Control;

/// <summary>
/// The one place where a controlled scheduler takes hold of this library. While <see cref="Controller"/> is
/// <see langword="null"/>, which is the default, every primitive acts by itself and the operating system schedules.
/// </summary>
public static class Seam
{
    /// <summary>The controller of this process, or <see langword="null"/>.</summary>
    public static IController? Controller { get; set; }
}
