namespace ConcurrencyKatas.DaemonProcess;

/// <summary>The logbook, without which the insurance pays nothing. Do not edit: graders use their own copy.</summary>
public static class Logbook
{
    /// <summary>Writes a step down that has been heated, which may take long. For a process of its own.</summary>
    public static void Write(int step) => Mark.On($"step {step}").Record("is written down");
}
