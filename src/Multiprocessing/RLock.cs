using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A recursive lock between processes: the thread that holds it may take it again, and has to release it as often.
/// Nobody else may release it.
/// </summary>
/// <remarks>See <see cref="OwnedLock"/> about a process that ends while it holds the lock.</remarks>
public sealed unsafe class RLock : OwnedLock
{
    /// <summary>Makes a lock that nobody holds.</summary>
    /// <param name="name">Its name in messages and traces; by default <c>RLock-1</c>, <c>RLock-2</c>…</param>
    /// <param name="abandoned">What becomes of it when its holder ends.</param>
    public RLock(string? name = null, Abandoned abandoned = Abandoned.IsReported)
        : base(SlotKind.RLock, abandoned, name) { }

    internal RLock(SlotHandle handle)
        : base(SlotKind.RLock, handle) { }

    private protected override bool IsMine =>
        Volatile.Read(ref *Word) == Me
        && Volatile.Read(ref Field(SlotLayout.OwnerThread)) == Environment.CurrentManagedThreadId;

    /// <inheritdoc/>
    public override void Release()
    {
        ArriveAtRelease();
        if (!IsMine)
        {
            throw new MultiprocessingUsageException(
                $"{Name} was released by {CurrentProcess.Name}, thread {Environment.CurrentManagedThreadId}, but it stands "
                    + $"at {this} (attempt to release recursive lock not owned by thread). Only the process and thread that "
                    + "acquired an RLock may release it; a Lock may be released by anybody."
            );
        }
        if (--Field(SlotLayout.Depth) == 0)
        {
            Free();
        }
    }

    /// <summary><c>RLock(owner: worker-2, count: 2)</c>.</summary>
    public override string ToString()
    {
        int word = Volatile.Read(ref *Word);
        return $"RLock(owner: {OwnerName(word)}, count: {(word == 0 ? 0 : Field(SlotLayout.Depth))})";
    }

    private protected override int GiveBack()
    {
        int depth = Field(SlotLayout.Depth);
        Field(SlotLayout.Depth) = 0;
        Free();
        return depth;
    }

    private protected override void Restore(int depth) => Field(SlotLayout.Depth) = depth;

    private protected override bool TryTake()
    {
        int me = Me;
        if (IsMine)
        {
            Field(SlotLayout.Depth)++;
            return true;
        }
        if (Interlocked.CompareExchange(ref *Word, me, 0) != 0)
        {
            return false;
        }
        Claim();
        return true;
    }

    private protected override void Claim()
    {
        Field(SlotLayout.Depth) = 1;
        Volatile.Write(ref Field(SlotLayout.OwnerThread), Environment.CurrentManagedThreadId);
    }

    private protected override void Forget() => Volatile.Write(ref Field(SlotLayout.OwnerThread), 0);

    private void Free()
    {
        // The thread is forgotten before the word is: otherwise another thread of this process that takes the word next
        // could for a moment look like this one.
        Forget();
        _ = Interlocked.Exchange(ref *Word, 0);
        WakeOne();
    }
}
