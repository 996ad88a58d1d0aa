using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What can be done with one event, one condition over each kind of lock, one barrier; see <see cref="SmallPrograms"/>.</summary>
internal static class SmallMeetingPrograms
{
    // The condition is made right after its lock.
    private const int Ready = SlotLayout.Size;

    private static readonly Action<Script, int>[] s_onEvents =
    [
        (script, slot) => script.Set(slot),
        (script, slot) => script.Wait(slot),
        (script, slot) => script.Clear(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Wait(slot, timeout: 5, skip: 1),
        (script, slot) => script.Wait(slot, timeout: 0, skip: 1),
        (script, slot) => script.IsSet(slot),
    ];

    private static readonly Action<Script, int>[] s_onConditions =
    [
        (script, slot) => script.Acquire(slot).WaitOn(slot, Ready).Release(slot),
        (script, slot) => script.Acquire(slot).Notify(slot, Ready).Release(slot),
        (script, slot) => script.Acquire(slot).WaitOn(slot, Ready, timeout: 5, skip: 1).Mark("x").Release(slot),
        (script, slot) => script.Acquire(slot).Notify(slot, Ready, int.MaxValue),
        (script, slot) => script.Release(slot),
        (script, slot) => script.WaitOn(slot, Ready),
        (script, slot) => script.Acquire(slot).WaitOn(slot, Ready, timeout: 0, skip: 1).Notify(slot, Ready),
        (script, slot) => script.Notify(slot, Ready),
    ];

    private static readonly Action<Script, int>[] s_onBarriers =
    [
        (script, slot) => script.Meet(slot),
        (script, slot) => script.Meet(slot, timeout: 5),
        (script, slot) => script.Abort(slot),
        (script, slot) => script.Reset(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Meet(slot, timeout: 0),
        (script, slot) => script.Meet(slot, action: true),
        (script, slot) => script.Look(slot),
    ];

    public static readonly (Func<ScriptedProgram, int> Primitive, Action<Script, int>[] Operations)[] Meetings =
    [
        (program => program.Event("it"), s_onEvents),
        (program => Conditional(program, program.Lock("it")), s_onConditions),
        (program => Conditional(program, program.RLock("it")), s_onConditions),
        (program => program.Barrier("it", 2), s_onBarriers),
        (program => program.Barrier("it", 3), s_onBarriers),
    ];

    private static int Conditional(ScriptedProgram program, int gate)
    {
        program.Condition("ready");
        return gate;
    }
}
