namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>A stage whose run can be gone on with in several ways, for going through all of them.</summary>
internal interface IForkableStage : IStage
{
    /// <summary>A copy that stands where this one stands.</summary>
    IForkableStage Fork();

    /// <summary>Where everybody stands, as text.</summary>
    string Position { get; }
}
