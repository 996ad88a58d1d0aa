namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>
/// Where everything stands in the memory through which the arbiter and its workers hand the turn to each other: a header,
/// one cache line per actor, one mailbox per actor, and a plan. Only one side writes a line at a time: the worker while its
/// actor moves, the arbiter while it is parked; but while a plan is carried out, whose turn it was gives the next one its own. The
/// plan is the arbiter's until it has published it.
/// </summary>
public static class ChannelLayout
{
    /// <summary>Actors at most in one run, and so workers.</summary>
    public const int MaxActors = 64;

    /// <summary>
    /// Lines at most: actor <c>a</c> speaks on line <c>a</c> when it is a process, which keeps that line for all runs, and on
    /// line <c>MaxActors + a</c> when it is a thread of one.
    /// </summary>
    public const int MaxLines = 2 * MaxActors;

    /// <summary>Bytes of the whole channel.</summary>
    public const long Length = PlanPayloads + PlanPayloadCapacity;

    /// <summary>int in the header: 1 while an actor moves; the arbiter sleeps on it.</summary>
    public const int Bell = 64;

    /// <summary>int in the header: 1 when workers are to report the source line of each point.</summary>
    public const int WalkStacks = 128;

    /// <summary>A <see cref="PlanHeader"/>, in the header.</summary>
    public const int Plan = 192;

    /// <summary>The first actor's line.</summary>
    public const int Lines = 4096;

    /// <summary>Bytes of one line.</summary>
    public const int LineSize = 128;

    /// <summary>The first mailbox.</summary>
    public const int Mailboxes = Lines + (MaxLines * LineSize);

    /// <summary>Bytes of one mailbox: text, then source, then payload.</summary>
    public const int MailboxSize = 256 * 1024;

    /// <summary>Bytes of text (UTF-8) that fit.</summary>
    public const int TextCapacity = 32 * 1024;

    /// <summary>Bytes of a source line's text that fit.</summary>
    public const int SourceCapacity = 1024;

    /// <summary>Bytes of payload that fit.</summary>
    public const int PayloadCapacity = MailboxSize - TextCapacity - SourceCapacity;

    /// <summary>The first <see cref="PlannedGrant"/>.</summary>
    public const int PlanGrants = Mailboxes + (MaxLines * MailboxSize);

    /// <summary>Grants that fit into a plan.</summary>
    public const int PlanCapacity = 1024;

    /// <summary>Where the payloads of a plan's decisions begin.</summary>
    public const int PlanPayloads = PlanGrants + (PlanCapacity * PlannedGrant.Size);

    /// <summary>Bytes of them that fit.</summary>
    public const int PlanPayloadCapacity = 256 * 1024;
}
