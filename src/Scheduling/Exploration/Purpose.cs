namespace ConcurrencyKatas.Scheduling;

/// <summary>What a run of an exploration was for.</summary>
public enum Purpose
{
    /// <summary>To see who uses which object, every actor going first once.</summary>
    Profile,

    /// <summary>To meet failures soon: one of the portfolio's schedules.</summary>
    Portfolio,

    /// <summary>To cover every interleaving.</summary>
    Proof,

    /// <summary>To cover every interleaving that needs few preemptions, as there are too many for a proof.</summary>
    Bounded,
}
