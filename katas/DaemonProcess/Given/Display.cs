namespace ConcurrencyKatas.DaemonProcess;

/// <summary>The display over the door. Do not edit: graders use their own copy.</summary>
public static class Display
{
    /// <summary>Shows which step has been reached, which may take long. For a process of its own.</summary>
    public static void Show(int step) => Mark.On("display").Record($"shows step {step}");
}
