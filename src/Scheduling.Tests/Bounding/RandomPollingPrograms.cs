namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Small programs in which somebody asks the same again and again until it gets what it asks for.</summary>
internal static class RandomPollingPrograms
{
    private const int Again = -1; // back to the same instruction

    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        int[] gates = [program.Semaphore("left", 0), program.Semaphore("right", random.Below(2))];
        var queue = program.JoinableQueue("queue");
        for (var child = 0; child < 2 + random.Below(2); child++)
        {
            program.Child(
                $"c{child}",
                script =>
                {
                    for (var i = 0; i < 1 + random.Below(2); i++)
                    {
                        var gate = gates[random.Below(2)];
                        _ = random.Below(8) switch
                        {
                            0 or 1 => script.Try(gate, Again),
                            2 or 3 or 4 => script.Release(gate),
                            5 => script.Get(queue, timeout: 0, skip: Again),
                            6 => script.Put(queue, $"{child}"),
                            _ => script.Mark($"{i}"),
                        };
                    }
                }
            );
        }
        return random.Below(3) == 0 ? program : program.JoinAll();
    }
}
