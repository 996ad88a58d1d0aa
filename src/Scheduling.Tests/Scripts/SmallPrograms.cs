using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Every program of a given size over one primitive: whatever can go wrong in so small a program does in one of them.</summary>
internal static class SmallPrograms
{
    public static readonly Func<ScriptedProgram, int>[] Primitives =
    [
        program => program.Lock("it"),
        program => program.RLock("it"),
        program => program.Semaphore("it", 0),
        program => program.Semaphore("it", 1),
        program => program.Semaphore("it", 2),
        program => program.BoundedSemaphore("it", 1),
        program => program.BoundedSemaphore("it", 2),
        program => program.Queue("it"),
        program => program.Result("it", 1),
        program => program.Queue("it", 1),
        program => program.Queue("it", 2),
        program => program.JoinableQueue("it"),
        program => program.Value("it"),
        program => program.Array("it", 2),
    ];

    private static readonly Action<Script, int>[] s_operations =
    [
        (script, slot) => script.Acquire(slot),
        (script, slot) => script.Release(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Try(slot),
        (script, slot) => script.Acquire(slot, timeout: 5),
    ];

    private static readonly Action<Script, int>[] s_onQueues =
    [
        (script, slot) => script.Put(slot, $"{script.Name}.{script.Instructions.Count}"),
        (script, slot) => script.Get(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Close(slot),
        (script, slot) => script.Get(slot, timeout: 0),
    ];

    private static readonly Action<Script, int>[] s_onFullQueues =
    [
        (script, slot) => script.Put(slot, $"{script.Name}.{script.Instructions.Count}"),
        (script, slot) => script.Get(slot),
        (script, slot) => script.Put(slot, $"{script.Name}.{script.Instructions.Count}", timeout: 0),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Read(slot),
        (script, slot) => script.Put(slot, $"{script.Name}.{script.Instructions.Count}", timeout: 5),
    ];

    private static readonly Action<Script, int>[] s_onJoinableQueues =
    [
        (script, slot) => script.Put(slot, $"{script.Name}.{script.Instructions.Count}"),
        (script, slot) => script.TaskDone(slot),
        (script, slot) => script.Wait(slot),
        (script, slot) => script.Get(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Read(slot),
    ];

    private static readonly Action<Script, int>[] s_onValues =
    [
        (script, slot) => script.Read(slot),
        (script, slot) => script.Write(slot, script.Instructions.Count),
        (script, slot) => script.CompareExchange(slot, 7, 0),
        (script, slot) => script.Sum(slot, 1),
        (script, _) => script.Mark("x"),
    ];

    private static readonly Action<Script, int>[] s_onArrays =
    [
        (script, slot) => script.Read(slot, 0),
        (script, slot) => script.Write(slot, script.Instructions.Count + 1, 0),
        (script, slot) => script.Sum(slot, 1, 1),
        (script, slot) => script.WriteAll(slot, 5, 5),
        (script, _) => script.Mark("x"),
    ];

    private static readonly Action<Script, int>[] s_onResults =
    [
        (script, slot) => script.Set(slot),
        (script, slot) => script.Wait(slot),
        (script, _) => script.Mark("x"),
        (script, slot) => script.Wait(slot, timeout: 0),
        (script, slot) => script.Wait(slot, timeout: 5),
    ];

    /// <summary>The programs of so many actors with so many operations each, of the first so many kinds of operation.</summary>
    public static IEnumerable<ScriptedProgram> All(
        Func<ScriptedProgram, int> primitive,
        int actors,
        int length,
        int kinds
    )
    {
        var sample = new ScriptedProgram();
        primitive(sample);
        return All(primitive, OperationsOn(sample.Primitives[0])[..kinds], actors, length);
    }

    /// <summary>The programs of so many actors with so many operations each, of these kinds.</summary>
    public static IEnumerable<ScriptedProgram> All(
        Func<ScriptedProgram, int> primitive,
        Action<Script, int>[] operations,
        int actors,
        int length
    )
    {
        var kinds = operations.Length;
        var bodies = (int)Math.Pow(kinds, length);
        foreach (var choice in Multisets(bodies, actors, 0))
        {
            var program = new ScriptedProgram();
            var slot = primitive(program);
            foreach (var body in choice)
            {
                program.Child($"c{body}", script => Write(script, body, slot, length, operations));
            }
            yield return program.JoinAll();
        }
    }

    /// <summary>
    /// The same programs, in which all but the last actor are daemons: main joins the last one and ends the others.
    /// </summary>
    public static IEnumerable<ScriptedProgram> AllOfDaemons(
        Func<ScriptedProgram, int> primitive,
        int actors,
        int length,
        int kinds
    )
    {
        var sample = new ScriptedProgram();
        primitive(sample);
        var operations = OperationsOn(sample.Primitives[0])[..kinds];
        var bodies = (int)Math.Pow(kinds, length);
        foreach (var number in Enumerable.Range(0, (int)Math.Pow(bodies, actors)))
        {
            var program = new ScriptedProgram();
            var slot = primitive(program);
            var rest = number;
            for (var actor = 0; actor < actors; actor++, rest /= bodies)
            {
                var body = rest % bodies;
                var script = program.Script($"c{body}", script => Write(script, body, slot, length, operations));
                _ = actor < actors - 1 ? program.Main.StartDaemon(script) : program.Main.Start(script);
            }
            program.Main.Join(actors - 1);
            for (var actor = 0; actor < actors - 1; actor++)
            {
                program.Main.Terminate(actor);
            }
            yield return program;
        }
    }

    private static Action<Script, int>[] OperationsOn(ObjectInfo info) =>
        info.Kind switch
        {
            SlotKind.Queue when info.Maximum < int.MaxValue => s_onFullQueues,
            SlotKind.Queue => s_onQueues,
            SlotKind.JoinableQueue => s_onJoinableQueues,
            SlotKind.Value => s_onValues,
            SlotKind.SharedArray => s_onArrays,
            SlotKind.Result => s_onResults,
            _ => s_operations,
        };

    private static void Write(Script script, int body, int slot, int length, Action<Script, int>[] operations)
    {
        for (var place = 0; place < length; place++)
        {
            operations[body % operations.Length](script, slot);
            body /= operations.Length;
        }
    }

    // Which actor does what makes no difference, so only one order of each choice.
    internal static IEnumerable<int[]> Multisets(int of, int size, int least)
    {
        if (size == 0)
        {
            return
            [
                [],
            ];
        }
        return from first in Enumerable.Range(least, of - least)
            from rest in Multisets(of, size - 1, first)
            select rest.Prepend(first).ToArray();
    }
}
