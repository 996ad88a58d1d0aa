namespace ConcurrencyKatas.Control;

/// <summary>What an actor is about to do at a point. One member per verb, shared by all primitives that have it.</summary>
public enum OperationKind
{
    /// <summary>The actor's first point: its target has not run yet.</summary>
    Begin = 1,

    /// <summary>The actor's last point; the argument is its exit code.</summary>
    End = 2,

    /// <summary>The main process has left the kata's entry method; the payload is what it returned.</summary>
    Return = 3,

    /// <summary>
    /// Only in the log of a run for real: a child of the main process that the system's process table still has when main has
    /// left the entry method. The argument is its process id, the text its state as <c>/proc</c> says it: <c>Z</c> for a zombie.
    /// </summary>
    Remains = 4,

    /// <summary>
    /// Starts a child; the payload is what the child will run. The argument is 0, <see cref="Operation.Daemon"/>,
    /// <see cref="Operation.Detached"/> or, for a thread of the same process, <see cref="Operation.Thread"/>. Object: how many ends of pipes the child gets; they stand at the end of the payload
    /// (<see cref="PipeEnd"/>). The decision's value is the new actor's number.
    /// </summary>
    Start = 10,

    /// <summary>Waits for a child to end. Object: the child's actor number.</summary>
    Join = 11,

    /// <summary>Asks whether a child still runs. The decision's value is 1 or 0.</summary>
    IsAlive = 12,

    /// <summary>Reads a child's exit code. The decision's value is the code, or <see cref="long.MinValue"/> while it runs.</summary>
    ExitCode = 13,

    /// <summary>
    /// Ends a child where it stands, by the signal that is the argument: it never performs what it was about to do. Object: the
    /// child's actor number. The decision's value is 1, or 0 when the child had ended already. A process that stands at this with
    /// itself as the object is killed on purpose, to see what becomes of the others: no code of its own asks for that.
    /// </summary>
    Terminate = 14,

    /// <summary>Takes a lock or one unit of a semaphore, waiting at most the operation's time-out.</summary>
    Acquire = 20,

    /// <summary>
    /// Gives a lock or one unit of a semaphore back. A release that the primitive refuses changes nothing. Argument 1:
    /// whoever takes it next is told that it was abandoned.
    /// </summary>
    Release = 21,

    /// <summary>
    /// Puts an item at the end of a queue, waiting for room at most the operation's time-out; the payload is the item. The
    /// decision's value is its number, from 0.
    /// </summary>
    Put = 22,

    /// <summary>
    /// Takes the first item of a queue, waiting for one at most the operation's time-out. The decision's payload is the item,
    /// its value the item's number, −1 when the queue is closed and empty.
    /// </summary>
    Get = 23,

    /// <summary>
    /// Says that an item of a joinable queue has been dealt with. The decision's value is its number, from 0; negative when
    /// that was said of every item already.
    /// </summary>
    TaskDone = 26,

    /// <summary>Makes a result ready; sets an event.</summary>
    Set = 24,

    /// <summary>
    /// Waits, at most the operation's time-out, for a result to be ready, for all items of a joinable queue to be dealt with,
    /// for an event to be set, or, after <see cref="Arrive"/>, for a barrier to open; the decision's value is then
    /// <see cref="Decision.Refused"/> when it broke.
    /// </summary>
    Wait = 25,

    /// <summary>
    /// One call on an object of a manager, atomic. The argument is its <see cref="ManagerVerb"/>, the payload its arguments
    /// (<see cref="ManagerArguments"/>); the decision's payload is the <see cref="ManagerAnswer"/>, its value
    /// <see cref="Decision.Refused"/> when the object refused, <see cref="Decision.Closed"/> when it is gone.
    /// </summary>
    Call = 30,

    /// <summary>
    /// The manager of an object is shut down: whoever waits for the object or calls it is told so. On a queue: no more items
    /// will come; with argument 1 those that wait in it are dropped. On a pipe: a process closes its copy of an end; see
    /// <see cref="Operation.OnPipe"/>.
    /// </summary>
    Close = 31,

    /// <summary>Unsets an event.</summary>
    Clear = 50,

    /// <summary>Asks whether an event is set. The decision's value is 1 or 0.</summary>
    IsSet = 51,

    /// <summary>
    /// Gives a lock back, however often it was taken, and begins to wait for a condition over it; see
    /// <see cref="Operation.OnCondition"/>. The decision's value is <see cref="Decision.Refused"/> when the actor does not
    /// hold the lock.
    /// </summary>
    GiveWay = 52,

    /// <summary>
    /// After <see cref="GiveWay"/>: takes the lock again as often as it was taken, once the actor has been notified. A wait
    /// that timed out is no longer notified, and has to be ended by a second Resume without a time-out.
    /// </summary>
    Resume = 53,

    /// <summary>
    /// Lets some of those who wait for a condition resume, those first who waited first. The decision's value is how many
    /// did, −1 when the actor does not hold the lock.
    /// </summary>
    Notify = 54,

    /// <summary>
    /// Comes to a barrier, as soon as everybody has left it after the last time. The argument is 1 when the last one is to
    /// <see cref="Open"/> it, else it opens by itself. The decision's value is how many came before, −1 when it is broken.
    /// </summary>
    Arrive = 55,

    /// <summary>
    /// The last one who came to a barrier lets everybody through. The decision's value is <see cref="Decision.Refused"/> when
    /// it broke meanwhile.
    /// </summary>
    Open = 56,

    /// <summary>Breaks a barrier.</summary>
    Abort = 57,

    /// <summary>Sends away those who wait at a barrier, and makes it whole.</summary>
    Reset = 58,

    /// <summary>Asks how many wait at a barrier. The decision's value is their number, −1 when the barrier is broken.</summary>
    Look = 59,

    /// <summary>
    /// Sends a message through an end of a pipe, waiting while there is no room for it; the payload is the message. The
    /// decision's value is negative when no process has the other end open any more; else the message's number, from 0, in
    /// the lower half, and in the upper half one more than the number of the message whose reception made the room.
    /// </summary>
    Send = 60,

    /// <summary>
    /// Begins to receive from an end of a pipe, as soon as there is a message or no process has the other end open any more.
    /// The decision's value is the message's number, −1 at the end, −2 when another process is in the middle of receiving
    /// from the same end.
    /// </summary>
    Receive = 61,

    /// <summary>
    /// After <see cref="Receive"/>: takes the message. The decision's payload is the message, its value the message's number.
    /// </summary>
    Take = 62,

    /// <summary>
    /// Waits, at most the operation's time-out, until a Receive from an end of a pipe would not wait. The decision's value is
    /// the number of the message that is there, −1 at the end.
    /// </summary>
    Poll = 63,

    /// <summary>
    /// Waits, at most the operation's time-out, for any of several ends of pipes and processes, which the payload names
    /// (<see cref="PipeEnd"/>). The decision's payload has a byte for each: 1 for what is ready.
    /// </summary>
    WaitAny = 64,

    /// <summary>Records a mark. Text: the object's name, a tab, and what happened.</summary>
    Mark = 40,

    /// <summary>Writes to the console. Argument 1: standard output, 2: standard error. Text: what is written.</summary>
    Print = 41,

    /// <summary>Sleeps; the time-out is the duration. Durations order nothing.</summary>
    Sleep = 42,

    /// <summary>Reads the clock. The decision's value is virtual time in ticks since the run began.</summary>
    ReadClock = 43,

    /// <summary>
    /// Reads a shared value; the argument is the index in an array. The decision's payload is the value, encoded; none for one
    /// that was never written. On a queue: the decision's value is how many items it holds.
    /// </summary>
    Read = 70,

    /// <summary>Writes a shared value; the argument is the index in an array, the payload the value.</summary>
    Write = 71,

    /// <summary>
    /// Adds to a shared whole number; the argument is the index in an array, the payload what is added. The decision's payload
    /// is the sum.
    /// </summary>
    Add = 72,

    /// <summary>
    /// Replaces a shared whole number if it equals another. The argument is the index in an array, the payload both numbers
    /// (<see cref="ManagerArguments"/>): the new one, then what it has to equal. The decision's payload is what was there.
    /// </summary>
    CompareExchange = 73,
}
