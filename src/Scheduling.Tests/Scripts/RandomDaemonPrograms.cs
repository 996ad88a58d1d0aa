namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs in which some processes are ended by the one that started them, sense or nonsense.</summary>
internal static class RandomDaemonPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        int[] slots =
        [
            random.Below(2) == 0 ? program.JoinableQueue("J", 1 + random.Below(3)) : program.Queue("Q", 1),
            random.Below(2) == 0 ? program.Lock("L") : program.Semaphore("S", random.Below(2)),
            program.Event("E"),
        ];
        var nested = program.Script("nested", script => Fill(script, random, slots, 2));
        var children = 1 + random.Below(3);
        var isDaemon = new bool[children];
        for (var child = 0; child < children; child++)
        {
            isDaemon[child] = child == 0 || random.Below(2) == 0;
            var number = program.Script(
                $"c{child}",
                script =>
                {
                    if (!isDaemon[child] && random.Below(3) == 0)
                    {
                        script.StartDaemon(nested);
                        Fill(script, random, slots, 1);
                        script.Terminate(0);
                        return;
                    }
                    Fill(script, random, slots, 1 + random.Below(children == 3 ? 2 : 4));
                }
            );
            _ = isDaemon[child] ? program.Main.StartDaemon(number) : program.Main.Start(number);
        }
        Fill(program.Main, random, slots, random.Below(3));
        for (var child = 0; child < children; child++)
        {
            _ = isDaemon[child] ? program.Main.Terminate(child) : program.Main.Join(child);
        }
        Fill(program.Main, random, slots, random.Below(2));
        return program;
    }

    private static void Fill(Script script, SplitMix random, int[] slots, int length)
    {
        for (var i = 0; i < length; i++)
        {
            Add(script, random, slots);
        }
    }

    private static Script Add(Script script, SplitMix random, int[] slots)
    {
        var (queue, gate, signal) = (slots[0], slots[1], slots[2]);
        var item = $"{script.Name}.{script.Instructions.Count}";
        return random.Below(16) switch
        {
            0 or 1 => script.Put(queue, item),
            2 => script.Put(queue, item, timeout: random.Below(2) * 50),
            3 or 4 => script.Get(queue),
            5 => script.Get(queue, timeout: random.Below(2) * 50, skip: random.Below(2)),
            6 => script.TaskDone(queue),
            7 => script.Wait(queue),
            8 => script.Acquire(gate).Mark(item).Release(gate),
            9 => script.Acquire(gate),
            10 => script.Release(gate),
            11 => script.Set(signal),
            12 => script.Wait(signal),
            13 => script.Print(item),
            _ => script.Mark(item, random.Below(3) == 0 ? "n" : "m"),
        };
    }
}
