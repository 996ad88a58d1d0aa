namespace ConcurrencyKatas.Platform;

/// <summary>A child as the system's process table has it.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="State">What the system says of it; <c>Z</c>: it has ended, and nobody has asked for its exit code yet.</param>
internal readonly record struct ListedChild(int Pid, char State);
