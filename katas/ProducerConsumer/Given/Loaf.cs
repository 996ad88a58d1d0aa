namespace ConcurrencyKatas.ProducerConsumer;

/// <summary>A loaf of bread. Do not edit: graders use their own copy.</summary>
/// <param name="Baker">The number of the baker who has baked it.</param>
/// <param name="Number">Which of that baker's loaves it is, from 1.</param>
public sealed record Loaf(int Baker, int Number);
