namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>Whether a plan is over.</summary>
internal enum PlanEnd
{
    /// <summary>It is being carried out.</summary>
    No = 0,

    /// <summary>All of it was carried out.</summary>
    Kept = 1,

    /// <summary>Somebody came to another point than the one that was planned.</summary>
    Broken = 2,
}
