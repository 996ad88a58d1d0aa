using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// Small programs that do everything with pipes: ends that are handed on, shared, closed here and not there, full and empty.
/// Sense or nonsense, but nobody uses an end that he has not, or has closed: the library does not let that happen.
/// </summary>
internal static class RandomPipePrograms
{
    public static ScriptedProgram Create(ulong seed)
    {
        var random = new SplitMix(seed);
        var program = new ScriptedProgram();
        List<PipeEnd> all = [];
        for (var pipe = 1 + random.Below(2); pipe > 0; pipe--)
        {
            var (first, second) = program.Pipe($"P{pipe}", capacity: random.Below(3) == 0 ? 9 : 1_000);
            all.AddRange([first, second]);
        }
        List<PipeEnd> ofMain = [.. all];
        var children = 2 + random.Below(2);
        for (var child = 0; child < children; child++)
        {
            PipeEnd[] ends = [.. ofMain.Where(_ => random.Below(2) == 0)];
            program.Child($"c{child}", ends, script => Write(script, random, [.. ends], children == 2 ? 4 : 3));
            if (random.Below(3) == 0)
            {
                Add(program.Main, random, ofMain);
            }
        }
        // Who does not close what it has handed on keeps the others waiting; both are to be seen.
        if (random.Below(4) > 0)
        {
            ofMain.ForEach(end => program.Main.CloseEnd(end));
        }
        return random.Below(2) == 0 ? program.JoinAll() : program;
    }

    private static void Write(Script script, SplitMix random, List<PipeEnd> open, int length)
    {
        for (var left = 1 + random.Below(length); left > 0; left--)
        {
            Add(script, random, open);
        }
        if (random.Below(3) > 0)
        {
            open.ForEach(end => script.CloseEnd(end));
        }
    }

    private static void Add(Script script, SplitMix random, List<PipeEnd> open)
    {
        if (open.Count == 0)
        {
            script.Mark("x");
            return;
        }
        var end = open[random.Below(open.Count)];
        switch (random.Below(14))
        {
            case 0 or 1 or 2 or 3:
                script.Send(end, $"{script.Instructions.Count}");
                break;
            case 4 or 5 or 6 or 7:
                script.Receive(end);
                break;
            case 8:
                script.Poll(end);
                break;
            case 9:
                script.Poll(end, timeout: random.Below(2) == 0 ? 5 : -1);
                break;
            case 10:
                script.WaitAny(random.Below(3) - 1, [.. open]);
                break;
            case 11:
                script.Mark("x");
                break;
            default:
                script.CloseEnd(end);
                open.Remove(end);
                break;
        }
    }
}
