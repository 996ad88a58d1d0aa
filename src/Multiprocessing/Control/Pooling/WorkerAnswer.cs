namespace ConcurrencyKatas.Control;

/// <summary>Something that a worker has told its pool.</summary>
/// <param name="Kind">What.</param>
/// <param name="Sequence">Of a task: its number on the board.</param>
/// <param name="LargeLength">
/// Not 0: the message is too large for the ring. It has so many bytes and lies in the worker's own part of the memory.
/// </param>
/// <param name="Message">What it says, if it is not too large.</param>
internal readonly record struct WorkerAnswer(AnswerKind Kind, long Sequence, int LargeLength, byte[] Message);
