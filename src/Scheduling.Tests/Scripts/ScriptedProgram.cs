using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A small program in memory: primitives, and a script for each process. Script 0 is main's.</summary>
internal sealed class ScriptedProgram
{
    public List<ObjectInfo> Primitives { get; } = [];

    public List<Script> Scripts { get; } = [new("main")];

    public Script Main => Scripts[0];

    public int Lock(string name) => Add(SlotKind.Lock, name, 1, 1);

    public int RLock(string name) => Add(SlotKind.RLock, name, 1, 1);

    public int Semaphore(string name, int units) => Add(SlotKind.Semaphore, name, units, int.MaxValue);

    public int BoundedSemaphore(string name, int units) => Add(SlotKind.BoundedSemaphore, name, units, units);

    /// <summary>An object of a manager: semaphores and queues with room for one, barriers for two.</summary>
    public int Managed(SlotKind kind, string name)
    {
        var (initial, maximum) = kind switch
        {
            SlotKind.SemaphoreProxy => (1, int.MaxValue),
            SlotKind.BoundedSemaphoreProxy or SlotKind.QueueProxy => (1, 1),
            SlotKind.JoinableQueueProxy => (0, int.MaxValue),
            SlotKind.BarrierProxy => (2, 0),
            _ => (0, 0),
        };
        return Add(kind, name, initial, maximum);
    }

    public int Queue(string name, int maximum = int.MaxValue) => Add(SlotKind.Queue, name, 0, maximum);

    public int JoinableQueue(string name, int maximum = int.MaxValue) => Add(SlotKind.JoinableQueue, name, 0, maximum);

    public int Value(string name) => Add(SlotKind.Value, name, 0, int.MaxValue);

    public int Array(string name, int length) => Add(SlotKind.SharedArray, name, 0, length);

    public int Result(string name, int setter) => Add(SlotKind.Result, name, setter, 1);

    public int Event(string name) => Add(SlotKind.Event, name, 0, 1);

    public int Condition(string name) => Add(SlotKind.Condition, name, 0, 0);

    public int Barrier(string name, int parties) => Add(SlotKind.Barrier, name, parties, 0);

    /// <summary>A pipe that main makes.</summary>
    public (PipeEnd First, PipeEnd Second) Pipe(string name, bool duplex = true, int capacity = 1_000)
    {
        var slot = Add(SlotKind.Pipe, name, ControlledPipe.Describe(duplex, capacity), 0);
        return (new PipeEnd(slot, 0), new PipeEnd(slot, 1));
    }

    /// <summary>Adds a script; its number is to be given to <see cref="Script.Start"/>.</summary>
    public int Script(string name, Action<Script> write)
    {
        var script = new Script(name);
        write(script);
        Scripts.Add(script);
        return Scripts.Count - 1;
    }

    /// <summary>Adds a script that main starts at once.</summary>
    public ScriptedProgram Child(string name, Action<Script> write)
    {
        Main.Start(Script(name, write));
        return this;
    }

    /// <summary>Adds a script that main starts at once, with copies of these ends.</summary>
    public ScriptedProgram Child(string name, PipeEnd[] ends, Action<Script> write)
    {
        Main.StartWith(Script(name, write), ends);
        return this;
    }

    /// <summary>Adds a script that main starts at once as a second thread of its own process.</summary>
    public ScriptedProgram Thread(string name, Action<Script> write)
    {
        Main.StartThread(Script(name, write));
        return this;
    }

    /// <summary>Main joins all the children that it has started so far, in order.</summary>
    public ScriptedProgram JoinAll()
    {
        var children = Main.Instructions.Count(i => i.Operation.Kind == OperationKind.Start);
        for (var child = 0; child < children; child++)
        {
            Main.Join(child);
        }
        return this;
    }

    public ScriptedStage Stage() => new(this);

    private int Add(SlotKind kind, string name, int initial, int maximum)
    {
        Primitives.Add(new ObjectInfo(kind, initial, maximum, name));
        return (Primitives.Count - 1) * SlotLayout.Size;
    }
}
