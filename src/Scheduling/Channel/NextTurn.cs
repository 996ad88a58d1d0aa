namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>Whose turn it is after an actor has come to a point.</summary>
internal enum NextTurn
{
    /// <summary>The arbiter's: it is to be asked.</summary>
    Arbiter,

    /// <summary>By the plan, the same actor's.</summary>
    Same,

    /// <summary>By the plan, another actor's.</summary>
    Other,
}
