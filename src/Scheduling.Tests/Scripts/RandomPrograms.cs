namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs that do everything a program can do with these primitives, sense or nonsense.</summary>
internal static class RandomPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        List<int> slots = [];
        var count = 1 + random.Below(3);
        for (var i = 0; i < count; i++)
        {
            slots.Add(
                random.Below(6) switch
                {
                    0 or 1 => program.Lock($"L{i}"),
                    2 => program.RLock($"R{i}"),
                    3 => program.Semaphore($"S{i}", random.Below(2)),
                    4 => program.Semaphore($"S{i}", 1 + random.Below(2)),
                    _ => program.BoundedSemaphore($"B{i}", 1 + random.Below(2)),
                }
            );
        }
        var children = 1 + random.Below(3);
        var length = children == 3 ? 3 : 5;
        var nested = random.Below(4) == 0 ? program.Script("nested", s => Fill(s, random, slots, 2, [])) : -1;
        for (var child = 0; child < children; child++)
        {
            program.Child(
                $"c{child}",
                s => Fill(s, random, slots, 1 + random.Below(length), nested < 0 ? [] : [nested])
            );
            if (random.Below(4) == 0)
            {
                Fill(program.Main, random, slots, 1, []);
            }
        }
        for (var child = 0; child < children; child++)
        {
            switch (random.Below(7))
            {
                case 0:
                    program.Main.Join(child, timeout: 0);
                    break;
                case 1:
                    program.Main.Join(child, timeout: 50);
                    break;
                case 2:
                    program.Main.IsAlive(child);
                    break;
                case 3:
                    break;
                case 4:
                    program.Main.Join(child).ReadExitCode(child);
                    break;
                default:
                    program.Main.Join(child);
                    break;
            }
        }
        Fill(program.Main, random, slots, random.Below(3), []);
        return program;
    }

    /// <summary>Programs of semaphores with more units and unordered releases, where operations commute in some states only.</summary>
    public static ScriptedProgram CreateOfSemaphores(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        List<int> slots = [];
        var count = 1 + random.Below(2);
        for (var i = 0; i < count; i++)
        {
            var units = random.Below(4);
            slots.Add(
                random.Below(3) == 0 ? program.BoundedSemaphore($"B{i}", 1 + units) : program.Semaphore($"S{i}", units)
            );
        }
        var children = 2 + random.Below(2);
        for (var child = 0; child < children; child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    var length = 2 + random.Below(children == 2 ? 5 : 3);
                    for (var i = 0; i < length; i++)
                    {
                        var slot = slots[random.Below(slots.Count)];
                        switch (random.Below(8))
                        {
                            case 0 or 1:
                                script.Acquire(slot);
                                break;
                            case 2 or 3 or 4:
                                script.Release(slot);
                                break;
                            case 5:
                                script.Acquire(slot, random.Below(2) * 5, random.Below(2));
                                break;
                            default:
                                script.Mark($"{i}", random.Below(3) == 0 ? "n" : "m");
                                break;
                        }
                    }
                }
            );
        }
        return random.Below(2) == 0 ? program.JoinAll() : program;
    }

    /// <summary>Programs of queues, results and threads: what a pool is made of, and whatever else can be done with it.</summary>
    public static ScriptedProgram CreateOfQueues(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        List<int> queues = [program.Queue("Q0")];
        if (random.Below(2) == 0)
        {
            queues.Add(program.Queue("Q1"));
        }
        var result = program.Result("R", 1);
        var gate = program.RLock("L");
        var children = 2 + random.Below(2);
        var items = new int[1];
        for (var child = 0; child < children; child++)
        {
            void Write(Script script) =>
                FillWithQueues(script, random, queues, result, gate, 1 + random.Below(children == 3 ? 3 : 4), items);
            if (random.Below(3) == 0)
            {
                program.Thread($"t{child}", Write);
            }
            else
            {
                program.Child($"c{child}", Write);
            }
            FillWithQueues(program.Main, random, queues, result, gate, random.Below(2), items);
        }
        FillWithQueues(program.Main, random, queues, result, gate, 1 + random.Below(3), items);
        if (random.Below(3) > 0)
        {
            program.Main.Close(queues[0]);
        }
        if (random.Below(2) == 0)
        {
            program.JoinAll();
        }
        return program;
    }

    private static void FillWithQueues(
        Script script,
        SplitMix random,
        List<int> queues,
        int result,
        int gate,
        int length,
        int[] items
    )
    {
        for (var i = 0; i < length; i++)
        {
            var queue = queues[random.Below(queues.Count)];
            switch (random.Below(18))
            {
                case 0 or 1 or 2 or 3 or 4:
                    script.Put(queue, $"{items[0]++}");
                    break;
                case 5 or 6 or 7 or 8:
                    script.Get(queue, skip: random.Below(2));
                    break;
                case 9:
                    script.Get(queue, timeout: 0, skip: random.Below(2));
                    break;
                case 10:
                    script.Get(queue, timeout: 50, skip: random.Below(2));
                    break;
                case 11:
                    script.Close(queue, drop: random.Below(3) == 0);
                    break;
                case 12:
                    script.Set(result);
                    break;
                case 13:
                    script.Wait(
                        result,
                        timeout: random.Below(3) switch
                        {
                            0 => -1,
                            1 => 0,
                            _ => 20,
                        },
                        skip: random.Below(2)
                    );
                    break;
                case 14:
                    script.Acquire(gate).Mark("g").Release(gate);
                    break;
                default:
                    script.Mark($"{i}", random.Below(3) == 0 ? "n" : "m");
                    break;
            }
            if (random.Below(3) == 0)
            {
                script.Quietly();
            }
        }
    }

    private static void Fill(Script script, SplitMix random, List<int> slots, int length, List<int> startable)
    {
        List<int> held = [];
        var children = 0;
        for (var i = 0; i < length; i++)
        {
            var slot = slots[random.Below(slots.Count)];
            switch (random.Below(14))
            {
                case 0 or 1 or 2 or 3:
                    script.Acquire(slot);
                    held.Add(slot);
                    break;
                case 4:
                    script.Try(slot, skip: random.Below(2));
                    break;
                case 5:
                    script.Acquire(slot, timeout: 100, skipIfTimedOut: random.Below(2));
                    held.Add(slot);
                    break;
                case 6 or 7 when held.Count > 0:
                    script.Release(held[^1]);
                    held.RemoveAt(held.Count - 1);
                    break;
                case 8:
                    script.Release(slot);
                    break;
                case 9 or 10 or 6 or 7:
                    script.Mark($"{i}", random.Below(3) == 0 ? "n" : "m");
                    break;
                case 11 when startable.Count > 0:
                    script.Start(startable[0]);
                    children++;
                    break;
                case 12 when children > 0:
                    script.Join(0, timeout: random.Below(2) == 0 ? -1 : 10);
                    break;
                default:
                    script.Mark("x").Print("p");
                    break;
            }
        }
        while (held.Count > 0 && random.Below(5) > 0)
        {
            script.Release(held[^1]);
            held.RemoveAt(held.Count - 1);
        }
    }
}
