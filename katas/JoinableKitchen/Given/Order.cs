namespace ConcurrencyKatas.JoinableKitchen;

/// <summary>A dish that a guest has ordered. Do not edit: graders use their own copy.</summary>
/// <param name="Waiter">The number of the waiter who has taken the order.</param>
/// <param name="Number">Which of that waiter's orders it is, from 1.</param>
public sealed record Order(int Waiter, int Number);
