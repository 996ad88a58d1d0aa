using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// A lock around a few instructions of the library, in shared memory: a word that says which process holds it, and a count
/// of sleepers behind it. When the holder has been killed, the next one takes it over; so whatever it protects has to be
/// whole after each single instruction.
/// </summary>
internal readonly unsafe struct RobustLock(byte* place)
{
    private const int Tries = 40;
    private const long SliceNanoseconds = 10_000_000;

    private int* Word => (int*)place;

    private ref int Sleepers => ref *(int*)(place + sizeof(int));

    /// <summary>Takes it. Never waits longer than its holder lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        Session session = Session.Current;
        int me = session.Processes.OwnerWord(session.Self);
        if (Interlocked.CompareExchange(ref *Word, me, 0) != 0)
        {
            Wait(session, me);
        }
    }

    /// <summary>Gives it back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        _ = Interlocked.Exchange(ref *Word, 0);
        if (Volatile.Read(ref Sleepers) > 0)
        {
            Futex.Wake(Word, 1);
        }
    }

    private void Wait(Session session, int me)
    {
        for (int tries = 0; tries < Tries; tries++)
        {
            Thread.SpinWait(1);
            if (Volatile.Read(ref *Word) == 0 && Interlocked.CompareExchange(ref *Word, me, 0) == 0)
            {
                return;
            }
        }
        _ = Interlocked.Increment(ref Sleepers);
        long looked = Stopwatch.GetTimestamp();
        while (Interlocked.CompareExchange(ref *Word, me, 0) is var holder and not 0)
        {
            bool woken = Futex.WaitWhile(Word, holder, SliceNanoseconds);
            // Where words share what is slept on, others may wake us all the time.
            if (woken && Stopwatch.GetElapsedTime(looked).TotalNanoseconds < SliceNanoseconds)
            {
                continue;
            }
            looked = Stopwatch.GetTimestamp();
            // A word of somebody who has ended changes only by being taken over, and only one of us can do that.
            if (
                Volatile.Read(ref *Word) == holder
                && session.Processes.HasEnded(holder)
                && Interlocked.CompareExchange(ref *Word, me, holder) == holder
            )
            {
                break;
            }
        }
        _ = Interlocked.Decrement(ref Sleepers);
    }
}
