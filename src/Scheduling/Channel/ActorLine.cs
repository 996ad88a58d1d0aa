using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>One actor's cache lines in the channel: what it is about to do, and what it was told.</summary>
[StructLayout(LayoutKind.Explicit, Size = ChannelLayout.LineSize)]
internal struct ActorLine
{
    /// <summary>Futex: counts the turns given to this actor; the worker sleeps while it has not changed.</summary>
    [FieldOffset(0)]
    public int Turn;

    /// <summary>An <see cref="ActorState"/>, written by the worker; <see cref="ActorState.Moving"/> by who gives it the turn.</summary>
    [FieldOffset(4)]
    public int State;

    /// <summary>The operation's kind, from the worker; a <see cref="Command"/>, to an idle worker.</summary>
    [FieldOffset(8)]
    public int Kind;

    /// <summary>The operation's object space.</summary>
    [FieldOffset(12)]
    public int Space;

    /// <summary>The operation's object.</summary>
    [FieldOffset(16)]
    public int Object;

    /// <summary>The decision's outcome, from the arbiter.</summary>
    [FieldOffset(20)]
    public int Outcome;

    /// <summary>The operation's argument.</summary>
    [FieldOffset(24)]
    public long Argument;

    /// <summary>The operation's time-out in ticks.</summary>
    [FieldOffset(32)]
    public long Timeout;

    /// <summary>The decision's value, from the arbiter.</summary>
    [FieldOffset(40)]
    public long Value;

    /// <summary>Bytes of text in the mailbox; −1 for none.</summary>
    [FieldOffset(48)]
    public int TextLength;

    /// <summary>Bytes of the source line in the mailbox; −1 for none.</summary>
    [FieldOffset(52)]
    public int SourceLength;

    /// <summary>Bytes of payload in the mailbox; −1 for none.</summary>
    [FieldOffset(56)]
    public int PayloadLength;

    /// <summary>1 for <see cref="Control.Operation.IsQuiet"/>.</summary>
    [FieldOffset(60)]
    public int IsQuiet;
}
