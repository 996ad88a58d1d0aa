using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="Lock"/> and <see cref="RLock"/> share: a holder, who may end without giving it back.</summary>
/// <remarks>
/// When the process that holds it ends, however it does, the next one who wants it is told by an
/// <see cref="AbandonedLockException"/>: at once in <see cref="Acquirable.TryAcquire()"/>, within a tenth of a second if it
/// waits already. In Python it would wait for ever, and does here too with <see cref="Abandoned.Blocks"/>. In a controlled run
/// only a process that is killed on purpose abandons its locks; a lock that was never given back is a deadlock there.
/// </remarks>
public abstract unsafe class OwnedLock : Acquirable, IMonitor
{
    // In the word: taken over and not in order yet, or with nobody beside it: abandoned, and left so.
    private const int Mark = int.MinValue;

    private protected OwnedLock(SlotKind kind, Abandoned abandoned, string? name)
        : base(kind, (int)Checked(abandoned), 1, 0, name) { }

    private protected OwnedLock(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    bool IMonitor.IsMine => IsMine;

    private protected abstract bool IsMine { get; }

    int IMonitor.GiveBack() => GiveBack();

    bool IMonitor.TryTakeBack(int depth)
    {
        if (!TryTake())
        {
            return false;
        }
        Restore(depth);
        return true;
    }

    AbandonedLockException? IMonitor.TakeBack(int depth)
    {
        AbandonedLockException? report = null;
        try
        {
            _ = AcquireWithin(-1);
        }
        catch (AbandonedLockException abandoned)
        {
            report = abandoned; // It is taken; the caller has to put its own things in order first.
        }
        Restore(depth);
        return report;
    }

    void IMonitor.LeaveAbandoned() => LeaveAbandoned();

    internal override AbandonedLockException Leave(AbandonedLockException report)
    {
        LeaveAbandoned();
        return AbandonedLocks.NotEntered(Name, report.Holder);
    }

    private protected abstract int GiveBack();

    private protected virtual void Restore(int depth) { }

    /// <summary>Forgets what its holder wrote beside the word. For who holds the word, and no other thread looks.</summary>
    private protected virtual void Forget() { }

    private protected sealed override bool MustWait(int word) => word is not 0 and not Mark;

    private protected sealed override bool TryTakeOver()
    {
        int word = Volatile.Read(ref *Word);
        int holder = word & ~Mark;
        if (
            word == 0
            || Field(SlotLayout.Initial) == (int)Abandoned.Blocks
            || (holder != 0 && !Processes.HasEnded(holder))
        )
        {
            return false;
        }
        return TakeOver(word);
    }

    private protected sealed override void TakeOver() => _ = TakeOver(Volatile.Read(ref *Word));

    private bool TakeOver(int word)
    {
        int holder = word & ~Mark;
        // Marked until what stands beside the word is in order: nobody, no other thread of this process either, takes it for
        // its own before that, and whoever is killed here is followed by the next one.
        int me = Me;
        if (Interlocked.CompareExchange(ref *Word, me | Mark, word) != word)
        {
            return false;
        }
        if (holder != 0)
        {
            Field(SlotLayout.Owner) = holder;
        }
        string name = NameOf(Field(SlotLayout.Owner));
        Forget();
        Claim();
        Volatile.Write(ref *Word, me);
        throw AbandonedLocks.Taken(Name, name);
    }

    /// <summary>Writes beside the word whose it is.</summary>
    private protected virtual void Claim() { }

    private void LeaveAbandoned()
    {
        Seam.Controller?.Arrive(Operation.OnSlot(OperationKind.Release, Offset) with { Argument = 1 });
        if (Volatile.Read(ref *Word) != Me)
        {
            return; // Anybody may give a plain lock back: somebody has, and another one may hold it by now.
        }
        Forget();
        if (Interlocked.CompareExchange(ref *Word, Mark, Me) == Me)
        {
            WakeOne();
        }
    }

    private string NameOf(int word) => Processes.OwnerOf(word)?.Name ?? "a process that is not known any more";

    /// <summary>The same, if there is such a behaviour.</summary>
    internal static Abandoned Checked(Abandoned abandoned) =>
        abandoned is Abandoned.IsReported or Abandoned.Blocks
            ? abandoned
            : throw new ArgumentOutOfRangeException(nameof(abandoned), abandoned, "There is no such behaviour.");
}
