namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>A mark as graders see it.</summary>
/// <param name="Step">Its step in the run.</param>
/// <param name="Actor">The name of the process that recorded it.</param>
/// <param name="Object">On what it was recorded.</param>
/// <param name="What">What happened.</param>
public sealed record MarkEvent(int Step, string Actor, string Object, string What);
