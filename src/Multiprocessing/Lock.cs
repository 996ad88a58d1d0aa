using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A lock between processes. It does not know re-entry: who holds it and acquires it again waits for ever. As in
/// Python, any process or thread may release it.
/// </summary>
/// <remarks>See <see cref="OwnedLock"/> about a process that ends while it holds the lock.</remarks>
public sealed unsafe class Lock : OwnedLock
{
    /// <summary>Makes a lock that nobody holds.</summary>
    /// <param name="name">Its name in messages and traces; by default <c>Lock-1</c>, <c>Lock-2</c>…</param>
    /// <param name="abandoned">What becomes of it when its holder ends.</param>
    public Lock(string? name = null, Abandoned abandoned = Abandoned.IsReported)
        : base(SlotKind.Lock, abandoned, name) { }

    internal Lock(SlotHandle handle)
        : base(SlotKind.Lock, handle) { }

    private protected override bool IsMine => Volatile.Read(ref *Word) == Me;

    /// <inheritdoc/>
    public override void Release()
    {
        ArriveAtRelease();
        int word;
        do
        {
            word = Volatile.Read(ref *Word);
            if (!MustWait(word)) // Nobody has it; one that was left abandoned stays so, for the next one to be told.
            {
                throw new MultiprocessingUsageException(
                    $"{Name} was released while nobody held it (semaphore or lock released too many times). "
                        + "Release once for each acquire, or write `using (gate.Enter())`, which does."
                );
            }
        } while (Interlocked.CompareExchange(ref *Word, 0, word) != word);
        WakeOne();
    }

    /// <summary><c>Lock(owner: worker-2)</c>.</summary>
    public override string ToString() => $"Lock(owner: {OwnerName(Volatile.Read(ref *Word))})";

    private protected override int GiveBack()
    {
        _ = Interlocked.Exchange(ref *Word, 0);
        WakeOne();
        return 1;
    }

    private protected override bool TryTake() => Interlocked.CompareExchange(ref *Word, Me, 0) == 0;
}
