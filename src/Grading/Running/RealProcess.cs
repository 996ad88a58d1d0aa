namespace ConcurrencyKatas.Grading.Running;

/// <summary>One process of a run for real.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="ParentPid">Its parent's; 0 for main, whose parent is the grader.</param>
/// <param name="Name">Its name.</param>
/// <param name="ExitCode">How it ended, −signal; null when nobody saw it end.</param>
public sealed record RealProcess(int Pid, int ParentPid, string Name, int? ExitCode);
