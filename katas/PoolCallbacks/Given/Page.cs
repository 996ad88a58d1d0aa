namespace ConcurrencyKatas.PoolCallbacks;

/// <summary>A page that was fetched. Do not edit: graders use their own copy.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What is on it.</param>
public sealed record Page(int Number, string Text);
