using System.Globalization;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>What this process is to the others of its session, and which children it has.</summary>
public static class CurrentProcess
{
    internal const string MainName = "MainProcess";

    /// <summary>The id of who adopts orphans under a controller: the first process of a system.</summary>
    internal const int Adopter = 1;

    private static readonly System.Threading.Lock s_gate = new();
    private static readonly Dictionary<string, int> s_counters = [];
    private static readonly List<Process> s_children = [];
    private static readonly List<Manager> s_managers = [];
    private static readonly List<PoolBase> s_pools = [];
    private static Process? s_self;
    private static bool s_endsWithChildren;

    /// <summary>Its name: <c>MainProcess</c>, <c>Process-1</c>, or what its parent called it.</summary>
    public static string Name { get; private set; } = MainName;

    /// <summary>Its process id; under a controller the id that the arbiter entered into the process table.</summary>
    public static int Id =>
        Seam.Controller is not null && Session.Current is { } session
            ? session.Processes.Read(session.Self)?.Pid ?? 0
            : Environment.ProcessId;

    /// <summary>Whether its parent started it as a daemon.</summary>
    public static bool IsDaemon { get; private set; }

    /// <summary>
    /// The id of its parent as it is now. Under a controller that of whoever started it while that one runs, then
    /// <see cref="Adopter"/>, as for the main process.
    /// </summary>
    internal static int ParentId =>
        Seam.Controller is not { } controller ? ProcessLife.ParentId
        : Parent?.Id is { } starter and >= ActorChild.FirstId
        && controller.Arrive(Operation.OnActor(OperationKind.IsAlive, starter - ActorChild.FirstId)).Value != 0
            ? starter
        : Adopter;

    /// <summary>The process that started this one; <see langword="null"/> in the main process.</summary>
    internal static ParentProcess? Parent { get; private set; }

    /// <summary>Which child of which child it is: <c>2:1</c> for the first child of the main process's second; empty for the main process.</summary>
    internal static string Lineage { get; private set; } = "";

    /// <summary>The process as an object, made on first use.</summary>
    internal static Process Self
    {
        get
        {
            lock (s_gate)
            {
                return s_self ??= Process.ForCurrent();
            }
        }
    }

    /// <summary>
    /// This process begins to act as the main process of a run: no children yet, names count from 1. A warm worker
    /// calls this before the entry method of a kata; <see cref="ProcessPayload.Run(ReadOnlySpan{byte})"/> does the same for a child.
    /// </summary>
    public static void BeginMain()
    {
        ControlledConnectionEnd.Forget();
        Begin(MainName, "", isDaemon: false, parent: null, null);
    }

    /// <summary>
    /// What a process does after its target, before its last point: pools are terminated, daemonic children are ended, the
    /// others are joined, and managers that nobody disposed of are shut down. Under a controller these are
    /// <see cref="OperationKind.Terminate"/> and <see cref="OperationKind.Join"/> operations.
    /// </summary>
    public static void EndChildren()
    {
        Spares.End();
        TerminatePools();
        EndDaemons();
        foreach (Process child in Children())
        {
            child.JoinAtEnd();
        }
        ShutManagersDown();
    }

    /// <summary>
    /// Ends the daemonic children. In a run for real they get SIGTERM and are still to be waited for; in a controlled run each
    /// has ended with its <see cref="OperationKind.Terminate"/>.
    /// </summary>
    public static void EndDaemons()
    {
        foreach (Process child in Children().Where(static child => child.IsDaemon))
        {
            child.EndWithParent();
            if (Seam.Controller is not null)
            {
                Remove(child);
            }
        }
    }

    /// <summary>
    /// Under a controller, the very last thing before a process's last point: closes the ends of pipes that it has open, as the
    /// end of a process does with its descriptors. So its children are joined first, also after an exception.
    /// </summary>
    public static void CloseConnections()
    {
        IReadOnlyList<ControlledConnectionEnd> open = ControlledConnectionEnd.AllOpen();
        if (open.Count == 0)
        {
            return;
        }
        EndChildren();
        foreach (ControlledConnectionEnd end in open)
        {
            end.Close();
        }
    }

    /// <summary>
    /// Records which children the system's process table has of this process (<see cref="OperationKind.Remains"/>). A child that
    /// was reaped is not in it; every other one is, whether it runs or is a zombie, so this says the same whenever it is asked.
    /// </summary>
    public static void RecordRemaining()
    {
        foreach (ListedChild child in ProcessLife.ChildrenOf(Environment.ProcessId))
        {
            EventLog.Record(new Operation(OperationKind.Remains, Argument: child.Pid, Text: child.State.ToString()));
        }
    }

    internal static void Begin(string name, string lineage, bool isDaemon, ParentProcess? parent, Process? self)
    {
        ControlledMonitor.Clear();
        lock (s_gate)
        {
            (Name, Lineage, IsDaemon, Parent, s_self) = (name, lineage, isDaemon, parent, self);
            s_counters.Clear();
            s_children.Clear();
            s_managers.Clear();
            s_pools.Clear();
        }
    }

    internal static void Add(Process child) => Add(s_children, child);

    internal static void Add(Manager manager) => Add(s_managers, manager);

    internal static void Add(PoolBase pool) => Add(s_pools, pool);

    internal static void Remove(Process child) => Remove(s_children, child);

    internal static void Remove(Manager manager) => Remove(s_managers, manager);

    internal static void Remove(PoolBase pool) => Remove(s_pools, pool);

    /// <summary>Terminates the pools that were not joined: a process that ends has no use for what they would bring.</summary>
    public static void TerminatePools()
    {
        PoolBase[] pools;
        lock (s_gate)
        {
            pools = [.. s_pools];
            s_pools.Clear();
        }
        foreach (PoolBase pool in pools)
        {
            pool.Dispose();
        }
    }

    /// <summary>Reaps the children that have ended, as Python does before each start.</summary>
    internal static void ReapEnded()
    {
        foreach (Process child in Children())
        {
            child.ReapIfEnded();
        }
    }

    /// <summary>The next lineage of a child, and with it the default name of a process object.</summary>
    internal static string NextLineage() => Prefixed(Next("Process"));

    internal static string NextName(SlotKind kind) => NextName(kind.ToString());

    internal static string NextName(string kind) => $"{kind}-{Prefixed(Next(kind))}";

    /// <summary>The children as they are now; what is done with them changes the list.</summary>
    internal static Process[] Children()
    {
        lock (s_gate)
        {
            return [.. s_children];
        }
    }

    // After the children, who may still use them; last made, first shut down.
    private static void ShutManagersDown()
    {
        Manager[] managers;
        lock (s_gate)
        {
            managers = [.. s_managers];
        }
        foreach (Manager manager in managers.Reverse())
        {
            manager.Dispose();
        }
    }

    private static void Add<T>(List<T> mine, T one)
    {
        lock (s_gate)
        {
            mine.Add(one);
            EndChildrenAtExit();
        }
    }

    private static void Remove<T>(List<T> mine, T one)
    {
        lock (s_gate)
        {
            _ = mine.Remove(one);
        }
    }

    /// <summary>Has <see cref="EndChildren"/> called when this process ends.</summary>
    internal static void EndChildrenAtExit()
    {
        if (!Interlocked.Exchange(ref s_endsWithChildren, true))
        {
            AppDomain.CurrentDomain.ProcessExit += static (_, _) => EndChildren();
        }
    }

    private static string Prefixed(int number) =>
        Lineage.Length == 0
            ? number.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Lineage}:{number}");

    private static int Next(string counter)
    {
        lock (s_gate)
        {
            int number = s_counters.GetValueOrDefault(counter) + 1;
            return s_counters[counter] = number;
        }
    }
}
