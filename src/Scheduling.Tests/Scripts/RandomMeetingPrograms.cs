namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs that do everything with events, conditions and barriers, sense or nonsense.</summary>
internal static class RandomMeetingPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        var gate = random.Below(2) == 0 ? program.Lock("gate") : program.RLock("gate");
        int[] ready = [program.Condition("ready"), program.Condition("done")];
        var opening = program.Event("opening");
        var square = program.Barrier("square", 2 + random.Below(2));
        var subject = random.Below(4);
        var children = 2 + random.Below(2);
        for (var child = 0; child < children; child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    var length = 1 + random.Below(children == 2 ? 3 : 2);
                    for (var i = 0; i < length; i++)
                    {
                        switch (subject == 3 ? random.Below(3) : subject)
                        {
                            case 0:
                                OnEvent(script, random, opening);
                                break;
                            case 1:
                                OnCondition(script, random, gate, ready[random.Below(4) == 0 ? 1 : 0]);
                                break;
                            default:
                                OnBarrier(script, random, square);
                                break;
                        }
                        if (random.Below(3) == 0)
                        {
                            script.Mark($"{i}", random.Below(3) == 0 ? "n" : "m");
                        }
                    }
                }
            );
        }
        return random.Below(3) == 0 ? program : program.JoinAll();
    }

    private static long Time(SplitMix random) =>
        random.Below(4) switch
        {
            0 => 0,
            1 => 5,
            _ => -1,
        };

    private static Script OnEvent(Script script, SplitMix random, int opening) =>
        random.Below(5) switch
        {
            0 or 1 => script.Set(opening),
            2 => script.Clear(opening),
            3 => script.IsSet(opening),
            _ => script.Wait(opening, Time(random), random.Below(2)),
        };

    private static void OnCondition(Script script, SplitMix random, int gate, int ready)
    {
        if (random.Below(8) == 0)
        {
            _ = random.Below(3) switch
            {
                0 => script.Release(gate),
                1 => script.Notify(gate, ready),
                _ => script.WaitOn(gate, ready),
            };
            return;
        }
        script.Acquire(gate);
        if (random.Below(4) == 0)
        {
            script.Try(gate);
        }
        _ = random.Below(2) switch
        {
            0 => script.WaitOn(gate, ready, Time(random), random.Below(2)),
            _ => script.Notify(gate, ready, random.Below(3) == 0 ? 2 : 1),
        };
        if (random.Below(6) > 0)
        {
            script.Release(gate);
        }
    }

    private static Script OnBarrier(Script script, SplitMix random, int square) =>
        random.Below(8) switch
        {
            0 => script.Abort(square),
            1 => script.Reset(square),
            2 => script.Look(square),
            3 => script.Meet(square, action: true),
            _ => script.Meet(square, Time(random)),
        };
}
