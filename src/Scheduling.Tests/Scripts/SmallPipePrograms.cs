using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// Every program of a given size over one pipe of which all have both ends, but for those in which somebody uses an end that
/// he has closed. Main keeps its own copies, or closes them.
/// </summary>
internal static class SmallPipePrograms
{
    private static readonly Action<Script, PipeEnd>[] s_operations =
    [
        (script, first) => script.Send(first),
        (script, first) => script.Receive(first.Other),
        (script, first) => script.CloseEnd(first),
        (script, first) => script.CloseEnd(first.Other),
        (script, first) => script.Poll(first.Other),
        (script, first) => script.Poll(first.Other, timeout: 5),
        (script, first) => script.WaitAny(-1, first, first.Other),
        (script, _) => script.Mark("x"),
    ];

    /// <summary>The programs of so many actors with so many operations each, of the first so many kinds of operation.</summary>
    public static IEnumerable<ScriptedProgram> All(int actors, int length, int kinds)
    {
        int[][] bodies = [.. Bodies(length, kinds).Where(IsSound)];
        foreach (var choice in SmallPrograms.Multisets(bodies.Length, actors, 0))
        {
            foreach (var capacity in (int[])[5, 1_000])
            {
                foreach (var closes in (bool[])[true, false])
                {
                    yield return Program([.. choice.Select(body => bodies[body])], capacity, closes);
                }
            }
        }
    }

    private static ScriptedProgram Program(int[][] bodies, int capacity, bool closes)
    {
        var program = new ScriptedProgram();
        var (first, second) = program.Pipe("it", capacity: capacity);
        foreach (var body in bodies)
        {
            program.Child(
                $"c{string.Concat(body)}",
                [first, second],
                script => Array.ForEach(body, kind => s_operations[kind](script, first))
            );
        }
        if (closes)
        {
            program.Main.CloseEnd(first).CloseEnd(second);
        }
        return program.JoinAll();
    }

    private static IEnumerable<int[]> Bodies(int length, int kinds) =>
        length == 0
            ?
            [
                [],
            ]
            : from rest in Bodies(length - 1, kinds)
            from kind in Enumerable.Range(0, kinds)
            select (int[])[.. rest, kind];

    private static bool IsSound(int[] body)
    {
        var (hasFirst, hasSecond) = (true, true);
        foreach (var kind in body)
        {
            if ((kind is 0 or 2 && !hasFirst) || (kind is 1 or 3 or 4 or 5 && !hasSecond))
            {
                return false;
            }
            (hasFirst, hasSecond) = (hasFirst && kind != 2, hasSecond && kind != 3);
            if (kind == 6 && !(hasFirst && hasSecond))
            {
                return false;
            }
        }
        return true;
    }
}
