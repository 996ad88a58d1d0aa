namespace ConcurrencyKatas.DaemonProcess;

/// <summary>The kiln has cracked, and the night is over. Do not edit: graders use their own copy.</summary>
public sealed class CrackedException(int step) : Exception($"The kiln cracked at step {step}.");
