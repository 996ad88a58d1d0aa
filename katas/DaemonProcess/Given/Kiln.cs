namespace ConcurrencyKatas.DaemonProcess;

/// <summary>The kiln. Do not edit: graders use their own copy.</summary>
public static class Kiln
{
    /// <summary>Heats the kiln by one step. For the main process.</summary>
    /// <param name="step">Which one, from 1.</param>
    /// <param name="cracks">The step at which the kiln cracks; pass on what <c>NightShift.Fire</c> was given.</param>
    /// <exception cref="CrackedException">The kiln has cracked. This step does not count as heated.</exception>
    public static void Heat(int step, int cracks)
    {
        var place = Mark.On($"step {step}");
        if (step == cracks)
        {
            place.Record("cracks the kiln");
            throw new CrackedException(step);
        }
        place.Record("is heated");
    }
}
