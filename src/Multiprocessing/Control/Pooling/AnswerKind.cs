namespace ConcurrencyKatas.Control;

/// <summary>What a worker that runs for real tells its pool.</summary>
internal enum AnswerKind
{
    /// <summary>It has begun to work.</summary>
    Ready = 1,

    /// <summary>Its initializer threw.</summary>
    CannotBegin = 2,

    /// <summary>A task is done.</summary>
    Done = 3,
}
