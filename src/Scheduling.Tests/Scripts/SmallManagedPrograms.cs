using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Every program of a given size over one object of a manager.</summary>
internal static class SmallManagedPrograms
{
    public static readonly SlotKind[] Kinds =
    [
        SlotKind.ValueProxy,
        SlotKind.DictionaryProxy,
        SlotKind.ListProxy,
        SlotKind.LockProxy,
        SlotKind.RLockProxy,
    ];

    /// <summary>The programs of so many actors with so many operations each, of the first so many kinds of operation.</summary>
    public static IEnumerable<ScriptedProgram> All(SlotKind kind, int actors, int length, int kinds) =>
        SmallPrograms.All(program => program.Managed(kind, "it"), [.. Operations(kind).Take(kinds)], actors, length);

    private static Action<Script, int>[] Operations(SlotKind kind) =>
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
