namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A value that no processor reads in one piece.</summary>
internal readonly record struct Spot(long X, long Y, long Z);
