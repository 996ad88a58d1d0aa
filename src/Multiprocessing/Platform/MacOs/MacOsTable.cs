using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The system's process table: libproc.</summary>
internal static unsafe class MacOsTable
{
    private const uint OfGroup = 2;
    private const uint OfParent = 6;
    private const int MostListed = 4096;

    // struct proc_bsdinfo, and where in it are the state, and the seconds and microseconds of the start.
    private const int BasicInfo = 3;
    private const int BasicLength = 136;
    private const int StatusField = 4;
    private const int SecondsField = 120;
    private const int MicrosecondsField = 128;
    private const ulong ZombiesToo = 1;
    private const uint IsZombie = 5;
    private const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>Whether a process has ended.</summary>
    public static bool HasEnded(int pid)
    {
        byte* info = stackalloc byte[BasicLength];
        return Read(pid, info) ? IsZombieIn(info) : Marshal.GetLastPInvokeError() == Libc.ESRCH;
    }

    /// <summary>When it began; 0 when that is not known.</summary>
    public static long StartTime(int pid)
    {
        byte* info = stackalloc byte[BasicLength];
        return Read(pid, info)
            ? (*(long*)(info + SecondsField) * MicrosecondsPerSecond) + *(long*)(info + MicrosecondsField)
            : 0;
    }

    /// <summary>The children of a process, zombies among them.</summary>
    public static IReadOnlyList<ListedChild> ChildrenOf(int pid)
    {
        byte* info = stackalloc byte[BasicLength];
        List<ListedChild> children = [];
        foreach (int child in List(OfParent, pid))
        {
            if (Read(child, info))
            {
                children.Add(new ListedChild(child, IsZombieIn(info) ? 'Z' : 'S'));
            }
        }
        return children;
    }

    /// <summary>The processes of a group that still run, without the one that leads it.</summary>
    public static int[] MembersOf(int group) => [.. List(OfGroup, group).Where(pid => pid != group && !HasEnded(pid))];

    private static int[] List(uint kind, int which)
    {
        int[] pids = new int[MostListed];
        fixed (int* start = pids)
        {
            int bytes = LibSystem.ListPids(kind, (uint)which, start, MostListed * sizeof(int));
            return [.. pids.Take(Math.Max(0, bytes / sizeof(int))).Where(static pid => pid > 0)];
        }
    }

    private static bool Read(int pid, byte* info) =>
        LibSystem.PidInfo(pid, BasicInfo, ZombiesToo, info, BasicLength) == BasicLength;

    private static bool IsZombieIn(byte* info) => *(uint*)(info + StatusField) == IsZombie;
}
