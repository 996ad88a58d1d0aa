namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs of queues with little room, joinable queues, shared values and arrays, sense or nonsense.</summary>
internal static class RandomSharedPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        int[] slots =
        [
            random.Below(2) == 0
                ? program.Queue("Q", 1 + random.Below(2))
                : program.JoinableQueue("J", 1 + random.Below(3)),
            random.Below(2) == 0 ? program.Value("V") : program.Array("A", 2),
            program.Lock("L"),
        ];
        var children = 2 + random.Below(2);
        var items = 0;
        for (var child = 0; child < children; child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    var length = 1 + random.Below(children == 2 ? 5 : 3);
                    for (var i = 0; i < length; i++)
                    {
                        Add(script, random, slots, $"{items++}");
                    }
                }
            );
        }
        if (random.Below(2) == 0)
        {
            Add(program.Main, random, slots, "main");
        }
        return random.Below(2) == 0 ? program.JoinAll() : program;
    }

    private static Script Add(Script script, SplitMix random, int[] slots, string item)
    {
        var (queue, value, gate) = (slots[0], slots[1], slots[2]);
        var index = random.Below(2);
        var skip = random.Below(2);
        return random.Below(20) switch
        {
            0 or 1 or 2 or 3 => script.Put(queue, item),
            4 => script.Put(queue, item, timeout: 0, skip),
            5 => script.Put(queue, item, timeout: 50, skip),
            6 or 7 or 8 => script.Get(queue, skip: skip),
            9 => script.Get(queue, timeout: 0, skip),
            10 => script.TaskDone(queue),
            11 => script.Wait(queue),
            12 => script.Read(queue),
            13 => script.Read(value, index),
            14 => script.Write(value, random.Below(2), index),
            15 => script.Sum(value, 1, index),
            16 => script.CompareExchange(value, 1, 0, index),
            17 => script.Acquire(gate).Read(value).Write(value, 5).Release(gate),
            _ => script.Mark(item),
        };
    }
}
