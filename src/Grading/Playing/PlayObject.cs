namespace ConcurrencyKatas.Grading.Playing;

/// <summary>The state of a primitive, or of what marks are recorded on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which primitive: <c>Semaphore</c>; <c>marks</c> for what marks are recorded on.</param>
/// <param name="State">In a few words: <c>1 of 2 free, taken by guest-1</c>.</param>
public sealed record PlayObject(string Name, string Kind, string State);
