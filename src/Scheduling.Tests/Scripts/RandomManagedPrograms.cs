using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs that do everything with objects of managers, sense or nonsense.</summary>
internal static class RandomManagedPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        List<(int Slot, SlotKind Kind)> objects = [];
        var count = 1 + random.Below(2);
        for (var i = 0; i < count; i++)
        {
            var kind = SmallManagedPrograms.Kinds[random.Below(SmallManagedPrograms.Kinds.Length)];
            objects.Add((SmallManagedPrograms.Make(program, kind), kind));
        }
        if (random.Below(3) > 0)
        {
            objects.Add((program.Lock("L"), SlotKind.Lock));
        }
        var children = 2 + random.Below(2);
        for (var child = 0; child < children; child++)
        {
            program.Child($"c{child}", script => Fill(script, random, objects, children == 3 ? 2 : 4));
        }
        if (random.Below(4) == 0)
        {
            program.Main.Close(objects[0].Slot);
        }
        return random.Below(3) == 0 ? program : program.JoinAll();
    }

    private static void Fill(Script script, SplitMix random, List<(int Slot, SlotKind Kind)> objects, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var (slot, kind) = objects[random.Below(objects.Count)];
            switch (kind)
            {
                case SlotKind.ValueProxy:
                    OnValue(script, random, slot);
                    break;
                case SlotKind.DictionaryProxy:
                    OnDictionary(script, random, slot);
                    break;
                case SlotKind.ListProxy:
                    OnList(script, random, slot);
                    break;
                case SlotKind.EventProxy
                or SlotKind.BarrierProxy
                or SlotKind.QueueProxy
                or SlotKind.JoinableQueueProxy
                or SlotKind.ConditionProxy:
                    var operations = SmallManagedPrograms.Operations(kind);
                    operations[random.Below(operations.Length)](script, slot);
                    break;
                default:
                    OnLock(script, random, slot, objects[0]);
                    break;
            }
            if (random.Below(4) == 0)
            {
                script.Mark($"{i}", random.Below(2) == 0 ? "n" : "m");
            }
        }
    }

    private static Script OnValue(Script script, SplitMix random, int slot) =>
        random.Below(4) switch
        {
            0 => script.Call(slot, ManagerVerb.Set, random.Below(2)),
            1 => script.Change(slot, null, 1),
            _ => script.Call(slot, ManagerVerb.Get),
        };

    private static Script OnDictionary(Script script, SplitMix random, int slot)
    {
        var key = random.Below(2) == 0 ? "a" : "b";
        return random.Below(8) switch
        {
            0 => script.Call(slot, ManagerVerb.Set, key, random.Below(3)),
            1 => script.Call(slot, ManagerVerb.Add, key, 5),
            2 => script.Call(slot, ManagerVerb.Remove, key),
            3 => script.Call(slot, ManagerVerb.GetOrAdd, key, 9),
            4 => script.Call(slot, ManagerVerb.Contains, key),
            5 => script.Call(slot, ManagerVerb.Copy),
            6 => script.Call(slot, ManagerVerb.Clear),
            _ => script.Call(slot, ManagerVerb.Set, key, 0).Change(slot, key, 1),
        };
    }

    private static Script OnList(Script script, SplitMix random, int slot) =>
        random.Below(6) switch
        {
            0 or 1 => script.Call(slot, ManagerVerb.Add, random.Below(2)),
            2 => script.Call(slot, ManagerVerb.Remove),
            3 => script.Call(slot, ManagerVerb.IndexOf, 1),
            4 => script.Call(slot, ManagerVerb.Count),
            _ => script.Call(slot, ManagerVerb.Reverse),
        };

    private static void OnLock(Script script, SplitMix random, int slot, (int Slot, SlotKind Kind) other)
    {
        switch (random.Below(5))
        {
            case 0:
                script.Release(slot);
                break;
            case 1:
                script.Try(slot, skip: random.Below(2));
                break;
            case 2 when other.Kind == SlotKind.ValueProxy:
                script.Acquire(slot).Change(other.Slot, null, 1).Release(slot);
                break;
            case 3:
                script.Acquire(slot, timeout: 9);
                break;
            default:
                script.Acquire(slot).Mark("in").Release(slot);
                break;
        }
    }
}
