namespace ConcurrencyKatas.Cli.Course;

/// <summary>How far a student is with a kata.</summary>
internal enum KataState
{
    /// <summary>Never tested, or as it was handed out.</summary>
    NotStarted,

    /// <summary>The last test found something.</summary>
    Started,

    /// <summary>Something was written since the last test.</summary>
    Edited,

    /// <summary>The text as it is now passes.</summary>
    Passed,
}
