using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>One grant of a plan: who goes on, what it is told, and where it will stand then.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PlannedGrant
{
    /// <summary>Bytes of one.</summary>
    public const int Size = 32;

    /// <summary>The actor's line.</summary>
    public int Line;

    /// <summary>The decision's outcome.</summary>
    public int Outcome;

    /// <summary>The decision's value.</summary>
    public long Value;

    /// <summary>Where it stands once it has done it: see <see cref="Channel.Arrival"/>.</summary>
    public ulong Arrival;

    /// <summary>Where the decision's payload begins, among the payloads of the plan.</summary>
    public int PayloadStart;

    /// <summary>Bytes of it; −1 for none.</summary>
    public int PayloadLength;
}
