namespace ConcurrencyKatas.Grading.Playing;

/// <summary>What a player can do.</summary>
public enum PlayDeed
{
    /// <summary>One process performs its next operation.</summary>
    Move,

    /// <summary>The last choice is taken back.</summary>
    Undo,

    /// <summary>Everybody goes on in turn, to the end.</summary>
    Finish,

    /// <summary>All choices are taken back.</summary>
    Restart,

    /// <summary>The end of playing.</summary>
    Quit,
}
