using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>The word on which the arbiter sleeps while an actor moves. One arbiter sleeps; any worker may ring.</summary>
internal readonly unsafe struct Bell(SharedMemory channel)
{
    private readonly int* _word = (int*)(channel.Base + ChannelLayout.Bell);

    /// <summary>Worker: a state has changed; called after the change.</summary>
    /// <remarks>
    /// Only who has armed the bell is woken. The arbiter that has not done so yet, often because waking the worker has put the
    /// worker in its place on their processor, looks at the state before it sleeps.
    /// </remarks>
    [MethodImpl(HotPath.Options)]
    public void Ring()
    {
        // A full fence: the change of the state comes before, for whoever arms the bell after this.
        if (Interlocked.Exchange(ref *_word, 0) != 0)
        {
            Futex.Wake(_word);
        }
    }

    /// <summary>Arbiter: sleeps while the actor's state is <paramref name="state"/>, at most about so long.</summary>
    /// <returns>Whether the state has changed.</returns>
    [MethodImpl(HotPath.Options)]
    public bool WaitWhile(in ActorChannel actor, ActorState state, long nanoseconds) =>
        WaitWhile(ref actor.Line->State, (int)state, nanoseconds);

    /// <summary>Arbiter: sleeps while a word that is changed before the bell is rung has this value, at most about so long.</summary>
    /// <returns>Whether it has changed.</returns>
    [MethodImpl(HotPath.Options)]
    public bool WaitWhile(ref int word, int value, long nanoseconds)
    {
        while (Volatile.Read(ref word) == value)
        {
            // Armed first, looked at second: a change in between rings after the arming, so its wake is not lost.
            Interlocked.Exchange(ref *_word, 1);
            if (Volatile.Read(ref word) == value && !Futex.WaitWhile(_word, 1, nanoseconds))
            {
                return Volatile.Read(ref word) != value;
            }
        }
        return true;
    }
}
