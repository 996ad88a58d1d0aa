namespace ConcurrencyKatas.Control;

/// <summary>Decides when each operation of this process happens. Installed in <see cref="Seam"/> for controlled runs only.</summary>
public interface IController
{
    /// <summary>Parks the calling actor before <paramref name="operation"/> and returns once the arbiter has granted it.</summary>
    Decision Arrive(in Operation operation);

    /// <summary>How many bytes <see cref="Operation.Payload"/> may have; an operation with more is refused.</summary>
    int PayloadLimit => int.MaxValue;

    /// <summary>Reserves a zeroed slot of <see cref="SlotLayout.Size"/> bytes in the segment of the run.</summary>
    /// <returns>Its offset: the same in every run in which this actor creates its primitives in the same order.</returns>
    int AllocateSlot();

    /// <summary>
    /// Says that what was granted does not fit the real primitive. A controlled run does not go on from here, so that no
    /// code of a submission catches what is our fault, or is blamed for it.
    /// </summary>
    /// <param name="what">What does not fit.</param>
    /// <returns>What to throw, where the caller goes on all the same.</returns>
    Exception Mismatch(string what) => new ModelMismatchException(what);

    /// <summary>
    /// Says that the calling actor has made <see cref="LoopTurns.Limit"/> turns of loops since its last point, or what counts
    /// as many. A controlled run does not go on from here; a controller that does not care returns.
    /// </summary>
    void Loop() { }

    /// <summary>
    /// Makes the thread behind an actor that a start with <see cref="Operation.Thread"/> has brought. It waits for its turn,
    /// runs, and ends as actors do.
    /// </summary>
    /// <param name="actor">The decision's value.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="body">What it does; its operations are the actor's. It begins and ends with code of the library.</param>
    /// <exception cref="NotSupportedException">This controller knows one actor a process.</exception>
    void Host(int actor, string name, Action body) =>
        throw new NotSupportedException($"This controller cannot run {name}: it knows one actor a process.");
}
