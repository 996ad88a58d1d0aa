namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// Other random programs with points in between that only their actor can notice, and with objects that hardly anybody but
/// one actor uses.
/// </summary>
internal static class RandomNoisyPrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed + 1_000_000);
        var program = (seed % 3) switch
        {
            0 => RandomPrograms.CreateOfSemaphores(seed),
            1 => RandomPrograms.Create(seed),
            _ => Two(random),
        };
        var rare = program.Semaphore("rare", 1);
        foreach (var script in program.Scripts.Skip(1))
        {
            var (gate, value) = (program.Lock("own"), program.Value("own value"));
            for (var count = random.Below(4); count > 0; count--)
            {
                var noise = new Script(script.Name);
                _ = random.Below(8) switch
                {
                    0 => noise.Print("p"),
                    1 => noise.Sleep(5),
                    2 => noise.Acquire(gate).Release(gate),
                    3 => noise.Write(value, count),
                    4 => noise.Read(value).Print("q"),
                    5 => noise.Acquire(gate, timeout: 5),
                    6 => noise.Sum(value, 1).Sum(value, 1),
                    _ when script == program.Scripts[1] => noise.Try(rare),
                    _ => noise.Try(rare, skip: 1).Release(rare),
                };
                script.Instructions.InsertRange(random.Below(script.Instructions.Count + 1), noise.Instructions);
            }
        }
        return program;
    }

    // Who comes too late does what it would not have done else, so an object is shared in some runs only.
    private static ScriptedProgram Two(SplitMix random)
    {
        var program = new ScriptedProgram();
        var (gate, other) = (program.Semaphore("gate", random.Below(2)), program.Lock("other"));
        for (var child = 0; child < 2; child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    for (var i = 0; i < 3; i++)
                    {
                        _ = random.Below(4) switch
                        {
                            0 => script.Release(gate),
                            1 => script.Try(gate, skip: 1).Mark($"{i}"),
                            2 => script.Unless(gate, skip: 1).Try(other).Mark($"{i}", "n"),
                            _ => script.Mark($"{i}"),
                        };
                    }
                }
            );
        }
        return program.JoinAll();
    }
}
