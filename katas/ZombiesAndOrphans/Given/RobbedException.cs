namespace ConcurrencyKatas.ZombiesAndOrphans;

/// <summary>A messenger was robbed on the way. Do not edit: graders use their own copy.</summary>
public sealed class RobbedException(int messenger) : Exception($"Messenger {messenger} was robbed in the wood.");
