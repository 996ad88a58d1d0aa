using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Every program of a given size over one object of a manager.</summary>
internal static class SmallManagedPrograms
{
    // The condition is made right after its lock.
    private const int Ready = SlotLayout.Size;

    public static readonly SlotKind[] Kinds =
    [
        SlotKind.ValueProxy,
        SlotKind.DictionaryProxy,
        SlotKind.ListProxy,
        SlotKind.LockProxy,
        SlotKind.RLockProxy,
        SlotKind.SemaphoreProxy,
        SlotKind.BoundedSemaphoreProxy,
        SlotKind.EventProxy,
        SlotKind.BarrierProxy,
        SlotKind.QueueProxy,
        SlotKind.JoinableQueueProxy,
        SlotKind.ConditionProxy,
    ];

    /// <summary>The programs of so many actors with so many operations each, of the first so many kinds of operation.</summary>
    public static IEnumerable<ScriptedProgram> All(SlotKind kind, int actors, int length, int kinds) =>
        SmallPrograms.All(program => Make(program, kind), [.. Operations(kind).Take(kinds)], actors, length);

    /// <summary>Adds such an object; for a condition its lock, with the condition right after it.</summary>
    public static int Make(ScriptedProgram program, SlotKind kind)
    {
        if (kind != SlotKind.ConditionProxy)
        {
            return program.Managed(kind, "it");
        }
        var gate = program.Managed(SlotKind.RLockProxy, "it");
        program.Condition("ready");
        return gate;
    }

    /// <summary>What actors do with such an object.</summary>
    public static Action<Script, int>[] Operations(SlotKind kind) =>
        kind switch
        {
            SlotKind.ValueProxy =>
            [
                (script, it) => script.Call(it, ManagerVerb.Get),
                (script, _) => script.Mark("x"),
                (script, it) => script.Call(it, ManagerVerb.Set, 7),
                (script, it) => script.Close(it),
                (script, it) => script.Change(it, null, 1),
            ],
            SlotKind.DictionaryProxy =>
            [
                (script, it) => script.Call(it, ManagerVerb.Add, "a", 1),
                (script, it) => script.Call(it, ManagerVerb.Remove, "a"),
                (script, it) => script.Call(it, ManagerVerb.Count),
                (script, it) => script.Call(it, ManagerVerb.Set, "b", 2),
                (script, it) => script.Call(it, ManagerVerb.Copy),
                (script, it) => script.Close(it),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.ListProxy =>
            [
                (script, it) => script.Call(it, ManagerVerb.Add, 1),
                (script, it) => script.Call(it, ManagerVerb.Remove),
                (script, it) => script.Call(it, ManagerVerb.Insert, 0, 2),
                (script, it) => script.Call(it, ManagerVerb.Get, 0),
                (script, it) => script.Call(it, ManagerVerb.Reverse),
                (script, it) => script.Close(it),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.EventProxy =>
            [
                (script, it) => script.Set(it),
                (script, it) => script.Wait(it),
                (script, it) => script.Clear(it),
                (script, it) => script.Close(it),
                (script, it) => script.Wait(it, timeout: 5, skip: 1),
                (script, it) => script.IsSet(it),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.BarrierProxy =>
            [
                (script, it) => script.Meet(it),
                (script, it) => script.Close(it),
                (script, it) => script.Meet(it, timeout: 5),
                (script, it) => script.Reset(it),
                (script, it) => script.Abort(it),
                (script, it) => script.Look(it),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.QueueProxy =>
            [
                (script, it) => script.Put(it, $"{script.Name}.{script.Instructions.Count}"),
                (script, it) => script.Get(it),
                (script, it) => script.Close(it),
                (script, it) => script.Get(it, timeout: 0, skip: 1),
                (script, it) => script.Put(it, "late", timeout: 5),
                (script, it) => script.Read(it),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.JoinableQueueProxy =>
            [
                (script, it) => script.Put(it, $"{script.Name}.{script.Instructions.Count}"),
                (script, it) => script.TaskDone(it),
                (script, it) => script.Wait(it),
                (script, it) => script.Close(it),
                (script, it) => script.Get(it),
                (script, it) => script.Get(it, timeout: 0, skip: 1),
                (script, _) => script.Mark("x"),
            ],
            SlotKind.ConditionProxy =>
            [
                (script, it) => script.Acquire(it).WaitOn(it, Ready).Release(it),
                (script, it) => script.Acquire(it).Notify(it, Ready).Release(it),
                (script, it) => script.Close(it),
                (script, it) => script.Acquire(it).WaitOn(it, Ready, timeout: 5, skip: 1).Mark("x").Release(it),
                (script, it) => script.Acquire(it).Notify(it, Ready, int.MaxValue),
                (script, it) => script.Notify(it, Ready),
                (script, _) => script.Mark("x"),
            ],
            _ =>
            [
                (script, it) => script.Acquire(it),
                (script, it) => script.Release(it),
                (script, it) => script.Try(it),
                (script, it) => script.Close(it),
                (script, it) => script.Acquire(it, timeout: 5),
                (script, _) => script.Mark("x"),
            ],
        };
}
