using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>How far a plan is: what was granted ahead of its being done, see <see cref="PlanChannel"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PlanHeader
{
    /// <summary>Grants in the plan; 0 while there is none, and who comes to a point asks the arbiter.</summary>
    public int Length;

    /// <summary>The grant that is being carried out.</summary>
    public int Next;

    /// <summary>A <see cref="PlanEnd"/>.</summary>
    public int End;
}
