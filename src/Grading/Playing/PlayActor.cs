namespace ConcurrencyKatas.Grading.Playing;

/// <summary>Somebody who has not ended.</summary>
/// <param name="Number">0 for main.</param>
/// <param name="Name">The process's name.</param>
/// <param name="What">What it is about to do, or what it waits for.</param>
/// <param name="MayMove">Whether it may be chosen.</param>
/// <param name="Source">Where in the submission it stands: <c>Spa.cs:12</c>; null when it is not known.</param>
/// <param name="Code">That line; null when it is not the student's.</param>
public sealed record PlayActor(int Number, string Name, string What, bool MayMove, string? Source, string? Code);
