namespace ConcurrencyKatas.SemaphoreRooms;

/// <summary>A guest slipped on the wet floor and was carried out. Do not edit: graders use their own copy.</summary>
public sealed class SlippedException(int guest) : Exception($"Guest {guest} slipped and was carried out.");
