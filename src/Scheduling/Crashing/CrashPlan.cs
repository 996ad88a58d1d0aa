namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Kills one process on purpose, to see what becomes of the others: instead of what it would do at one of its points, it is
/// gone, as after SIGKILL. When that comes among what the others do is up to the schedule.
/// </summary>
/// <param name="Victim">The process's name; when several have it, the one that is started first.</param>
/// <param name="Point">Which of its points, from 0, its <see cref="Control.OperationKind.Begin"/>.</param>
public sealed record CrashPlan(string Victim, int Point);
