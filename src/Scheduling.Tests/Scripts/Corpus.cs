using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Known programs with known numbers of interleavings.</summary>
internal static class Corpus
{
    /// <summary>Two workers that take two locks in opposite orders.</summary>
    public static ScriptedProgram AbBa()
    {
        var program = new ScriptedProgram();
        var (a, b) = (program.Lock("A"), program.Lock("B"));
        return program
            .Child("worker-1", w => w.Acquire(a).Acquire(b).Release(b).Release(a))
            .Child("worker-2", w => w.Acquire(b).Acquire(a).Release(a).Release(b))
            .JoinAll();
    }

    /// <summary>Two workers that read and then write, unprotected; marks stand for both.</summary>
    public static ScriptedProgram LostUpdate() =>
        new ScriptedProgram()
            .Child("worker-1", w => w.Mark("1 reads").Mark("1 writes"))
            .Child("worker-2", w => w.Mark("2 reads").Mark("2 writes"))
            .JoinAll();

    /// <summary>Whether both of <see cref="LostUpdate"/> read before either wrote.</summary>
    public static bool HasLostUpdate(Run run)
    {
        var marks = Marks(run);
        return marks.IndexOf("1 reads") < marks.IndexOf("2 writes")
            && marks.IndexOf("2 reads") < marks.IndexOf("1 writes");
    }

    /// <summary>Guests who share rooms, one process a guest.</summary>
    public static ScriptedProgram Rooms(int guests, int rooms)
    {
        var program = new ScriptedProgram();
        var semaphore = program.Semaphore("rooms", rooms);
        for (var guest = 1; guest <= guests; guest++)
        {
            var name = $"guest {guest}";
            program.Child(
                $"guest-{guest}",
                g => g.Acquire(semaphore).Mark($"{name} enters", "spa").Mark($"{name} leaves", "spa").Release(semaphore)
            );
        }
        return program.JoinAll();
    }

    /// <summary>Guests whom nothing keeps apart.</summary>
    public static ScriptedProgram NoSemaphore(int guests)
    {
        var program = new ScriptedProgram();
        for (var guest = 1; guest <= guests; guest++)
        {
            var name = $"guest {guest}";
            program.Child($"guest-{guest}", g => g.Mark($"{name} enters", "spa").Mark($"{name} leaves", "spa"));
        }
        return program.JoinAll();
    }

    /// <summary>Workers that take one recursive lock twice over, several times.</summary>
    public static ScriptedProgram Workshop(int workers, int times)
    {
        var program = new ScriptedProgram();
        var tools = program.RLock("L");
        for (var worker = 1; worker <= workers; worker++)
        {
            var name = $"worker {worker}";
            program.Child(
                $"worker-{worker}",
                w =>
                {
                    for (var time = 0; time < times; time++)
                    {
                        w.Acquire(tools).Acquire(tools);
                        w.Mark($"{name} begins", "shop").Mark($"{name} ends", "shop");
                        w.Release(tools).Release(tools);
                    }
                }
            );
        }
        return program.JoinAll();
    }

    /// <summary>Philosophers, each with two forks; in order, the last one takes the lower fork first like all others.</summary>
    public static ScriptedProgram Philosophers(int count, bool inOrder)
    {
        var program = new ScriptedProgram();
        var forks = Enumerable.Range(0, count).Select(fork => program.Lock($"fork-{fork}")).ToArray();
        for (var seat = 0; seat < count; seat++)
        {
            var (first, second) = (forks[seat], forks[(seat + 1) % count]);
            if (inOrder && first > second)
            {
                (first, second) = (second, first);
            }
            program.Child($"philosopher-{seat}", p => p.Acquire(first).Acquire(second).Release(second).Release(first));
        }
        return program.JoinAll();
    }

    /// <summary>What happened at marks, in order.</summary>
    public static List<string> Marks(Run run) =>
        [
            .. run
                .Steps.Where(step => step.Operation.Kind == OperationKind.Mark)
                .Select(step => MarkText.WhatOf(step.Operation.Text)),
        ];
}
