using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs in which a process leaves a child behind, and main waits for some of its children by turns.</summary>
internal static class RandomOrphanPrograms
{
    private const int First = 1;

    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        int[] slots = [program.Queue("Q", 1 + random.Below(2)), program.Event("E")];
        var orphan = program.Script("orphan", script => Fill(script, random, slots, 1 + random.Below(3)));
        var children = 1 + random.Below(2);
        for (var child = 0; child < children; child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    Fill(script, random, slots, random.Below(2));
                    if (child == 0)
                    {
                        script.StartDetached(orphan);
                    }
                    Fill(script, random, slots, random.Below(children == 2 ? 2 : 3));
                }
            );
        }
        if (random.Below(2) == 0)
        {
            program.Main.WaitAny(-1, [new PipeEnd(First, PipeEnd.Process)]);
        }
        Fill(program.Main, random, slots, random.Below(3));
        program.Main.Join(0).ReadExitCode(0);
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
        var (queue, signal) = (slots[0], slots[1]);
        var item = $"{script.Name}.{script.Instructions.Count}";
        return random.Below(9) switch
        {
            0 => script.Put(queue, item),
            1 => script.Get(queue),
            2 => script.Get(queue, timeout: random.Below(2) * 50, skip: random.Below(2)),
            3 => script.Set(signal),
            4 => script.Wait(signal),
            5 or 6 => script.IsActorAlive(First),
            _ => script.Mark(item, random.Below(3) == 0 ? "n" : "m"),
        };
    }
}
