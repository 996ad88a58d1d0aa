using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the workers of these tests do.</summary>
internal static class PoolWork
{
    public static int Square(int number) => number * number;

    public static string Join(string first, int second, bool third) => $"{first}{second}{third}";

    public static int Add(int first, int second) => first + second;

    public static int Answer() => 42;

    public static string? Echo(string? text) => text;

    public static (int Process, bool IsDaemon, string Name) Who(int _) =>
        (Environment.ProcessId, Process.Current.IsDaemon, Process.Current.Name);

    public static int Throw(string message) => throw new InvalidOperationException(message);

    public static int ThrowForSeven(int number) => number == 7 ? throw new ArgumentException("not seven") : number;

    public static Func<int> Unreturnable(int number) => () => number;

    public static int ThrowMuch(int length) => throw new InvalidOperationException(new string('x', length));

    public static int ThrowUnreadable(int _) => throw new UnreadableException();

    public static int Length(byte[] bytes) => bytes.Length;

    public static byte[] Bytes(int length) => new byte[length];

    public static Dictionary<FussyKey, int> Dictionary(int count) =>
        Enumerable.Range(0, count).ToDictionary(static number => new FussyKey(number));

    /// <summary>Answers for a task that it was never given, and then its own.</summary>
    public static string Babble(int length)
    {
        PoolWorker.Here!.Tell(AnswerKind.Done, 1_000_000, PoolMessages.Failure(7, 7, new("", "", ""), 1000).Written);
        return new('x', length);
    }

    /// <summary>Tells the pool something that is no message.</summary>
    public static string Stammer(int length)
    {
        PoolWorker.Here!.Tell(AnswerKind.Done, 0, [0xFF]);
        return new('x', length);
    }

    public static int Exit(int code)
    {
        Environment.Exit(code);
        return code;
    }

    public static int Kill(int ignored)
    {
        _ = Platform.ProcessLife.Kill(Environment.ProcessId);
        return ignored;
    }

    /// <summary>Says that it runs, and goes on when it may.</summary>
    public static int Wait(Semaphore running, Semaphore mayGo)
    {
        running.Release();
        mayGo.Acquire();
        return Environment.ProcessId;
    }

    public static int Take(Semaphore units)
    {
        units.Acquire();
        return 1;
    }

    public static (int, int) Pair(int first, int second) => (second, first);

    /// <summary>What each worker has of its own.</summary>
    public static int Own { get; set; }

    public static void SetOwn(int value) => Own = value;

    public static int GetOwn(int _) => Own;

    public static void Refuse(string why) => throw new InvalidOperationException(why);

    public static void KillAtOnce() => _ = Kill(0);

    public static void TakeOne(Semaphore units) => units.Acquire();

    /// <summary>Says that it runs, and is killed by whoever waits for that.</summary>
    public static int RunUntilKilled(Semaphore running)
    {
        running.Release();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    public static string TypeOf(object value) => value.GetType().Name;

    /// <summary>Waits, if it is told to; then says that it runs, and goes on when it may.</summary>
    public static bool WaitIf((Semaphore Running, Semaphore MayGo, bool Waits) how)
    {
        if (how.Waits)
        {
            _ = Wait(how.Running, how.MayGo);
        }
        return how.Waits;
    }

    public static void TakeStream(Stream stream) => stream.Dispose();

    public static void TakeAndRefuse(Semaphore mayGo)
    {
        mayGo.Acquire();
        throw new InvalidOperationException("no key");
    }

    public static int MakePool(int minimum)
    {
        using var pool = new ElasticPool(minimum, 1);
        return pool.Size;
    }

    public static int KillForSeven(int number) => number == 7 ? Kill(number) : number;

    public static int Give(Semaphore units)
    {
        units.Release();
        return 1;
    }
}
