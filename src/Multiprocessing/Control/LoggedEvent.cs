namespace ConcurrencyKatas.Control;

/// <summary>One event of a run without a controller, as the log kept it.</summary>
/// <param name="Kind">
/// What happened: a mark; <see cref="OperationKind.Start"/> (argument: the child's process id, text: its name) by the
/// parent; <see cref="OperationKind.Begin"/> by the child (text: its name); <see cref="OperationKind.End"/> by the
/// parent as it reaps (argument: the exit code, object: the child's slot, text: the child's name).
/// </param>
/// <param name="Process">The slot of who recorded it; for an End, of the process that ended.</param>
/// <param name="Pid">The process id of who recorded it; for an End, of the process that ended.</param>
/// <param name="Argument">Depends on the kind.</param>
/// <param name="Text">Depends on the kind; cut to <see cref="EventLog.TextCapacity"/> bytes.</param>
public sealed record LoggedEvent(OperationKind Kind, int Process, int Pid, long Argument, string Text);
