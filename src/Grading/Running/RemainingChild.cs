namespace ConcurrencyKatas.Grading.Running;

/// <summary>A child of main that was still in the system's process table when main had left the entry method.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsZombie">Whether it had ended, and nobody had asked for its exit code; else it still ran.</param>
public sealed record RemainingChild(int Pid, string Name, bool IsZombie);
