namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A queue is never told that an item has been dealt with.</summary>
public sealed class TaskDoneDropped() : CallDropped("task-done-dropped", "TaskDone", "a TaskDone is left out");
