namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One actor of a failing run, and how long it lived.</summary>
/// <param name="Name">Its name: <c>guest-2</c>.</param>
/// <param name="From">The index of the step that started it; 0 for the first actor.</param>
/// <param name="To">The index of the step with which it ended; null when it never did.</param>
public sealed record EvidenceActor(string Name, int From, int? To);
