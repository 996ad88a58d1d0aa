namespace ConcurrencyKatas.PoolCallbacks;

/// <summary>A page could not be fetched. Do not edit: graders use their own copy.</summary>
public sealed class PageMissingException(int page) : Exception($"Page {page} is not there.");
