namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Another failure kept a claim from being seen.</summary>
public sealed class NotShownException(string reason) : Exception(reason);
