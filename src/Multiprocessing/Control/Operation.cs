namespace ConcurrencyKatas.Control;

/// <summary>One operation of one actor, as it stands at a point, before it is granted.</summary>
/// <param name="Kind">What is about to be done.</param>
/// <param name="Space">How <paramref name="Object"/> is to be read.</param>
/// <param name="Object">The object's number in its space; 0 when there is none.</param>
/// <param name="Argument">Depends on the kind; see <see cref="OperationKind"/>.</param>
/// <param name="Timeout">Ticks of <see cref="TimeSpan"/>: −1 waits for ever, 0 does not wait.</param>
/// <param name="Text">Depends on the kind: a mark, a line of output.</param>
/// <param name="Payload">Depends on the kind: a child to start, a returned value.</param>
public readonly record struct Operation(
    OperationKind Kind,
    ObjectSpace Space = ObjectSpace.None,
    int Object = 0,
    long Argument = 0,
    long Timeout = -1,
    string? Text = null,
    byte[]? Payload = null
)
{
    /// <summary>The argument of a start that makes a thread of the same process, not a child.</summary>
    public const long Thread = 2;

    /// <summary>The argument of a start that makes a daemon: a process that is ended with the one that started it.</summary>
    public const long Daemon = 1;

    /// <summary>The argument of a start that makes a process that may outlive the one that started it.</summary>
    public const long Detached = 4;

    /// <summary>
    /// Whether only the library's own code runs from here to the actor's next point, and touches nothing that code of a
    /// submission could touch. The order of such operations to those of other threads of the process is of no interest.
    /// </summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether this starts a thread of the same process.</summary>
    public bool StartsThread => Kind == OperationKind.Start && (Argument & Thread) != 0;

    /// <summary>Whether this starts a daemon.</summary>
    public bool StartsDaemon => Kind == OperationKind.Start && (Argument & Daemon) != 0;

    /// <summary>Whether this starts a process that may outlive the one that starts it.</summary>
    public bool StartsDetached => Kind == OperationKind.Start && (Argument & Detached) != 0;

    /// <summary>The start of a thread of the same process, as an actor of its own.</summary>
    public static Operation StartThread(string name) => new(OperationKind.Start, Argument: Thread, Text: name);

    /// <summary>An operation on the primitive whose slot is at <paramref name="offset"/>.</summary>
    public static Operation OnSlot(OperationKind kind, int offset, long timeout = -1) =>
        new(kind, ObjectSpace.Slot, offset, Timeout: timeout);

    /// <summary>
    /// An operation on a condition. Its object is the condition's lock, because nothing can be done with the one without the
    /// other; the argument says which condition over that lock is meant, and how many are to be notified.
    /// </summary>
    /// <param name="kind">What is about to be done.</param>
    /// <param name="gate">Where the lock's slot is.</param>
    /// <param name="condition">Where the condition's slot is.</param>
    /// <param name="name">The condition's name.</param>
    public static Operation OnCondition(OperationKind kind, int gate, int condition, string name) =>
        new(kind, ObjectSpace.Slot, gate, Argument: condition, Text: name);

    /// <summary>The same, with how many are to be notified.</summary>
    public Operation ForAtMost(int count) => this with { Argument = (uint)Condition | ((long)count << 32) };

    /// <summary>Of an operation on a condition: where the condition's slot is.</summary>
    public int Condition => (int)Argument;

    /// <summary>Of a <see cref="OperationKind.Notify"/>: how many are to be notified at most.</summary>
    public int Count => (int)(Argument >> 32);

    /// <summary>An operation of a process on an end of a pipe; the argument says which end, and whose copy of it is meant.</summary>
    /// <param name="kind">What is about to be done.</param>
    /// <param name="pipe">Where the pipe's slot is.</param>
    /// <param name="end">0 for the first end, 1 for the second.</param>
    /// <param name="process">The actor of the process.</param>
    /// <param name="timeout">Ticks: −1 waits for ever, 0 does not wait.</param>
    public static Operation OnPipe(OperationKind kind, int pipe, int end, int process, long timeout = -1) =>
        new(kind, ObjectSpace.Slot, pipe, Argument: (uint)end | ((long)process << 32), Timeout: timeout);

    /// <summary>Of an operation on a pipe: which end it is about, 0 or 1.</summary>
    public int End => (int)Argument & 1;

    /// <summary>Of an operation on a pipe: the actor of the process that does it.</summary>
    public int Process => (int)(Argument >> 32);

    /// <summary>An operation on the process that is actor <paramref name="actor"/>.</summary>
    public static Operation OnActor(OperationKind kind, int actor, long timeout = -1) =>
        new(kind, ObjectSpace.Actor, actor, Timeout: timeout);
}
