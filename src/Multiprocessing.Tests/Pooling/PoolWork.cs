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

    /// <summary>Writes into the pipe of the answers what is no answer, and then answers at length.</summary>
    public static string Babble(int length)
    {
        Platform.DescriptorPipe.Send(PoolWorker.AnswerDescriptor, [0xFF, 0xFF, 0xFF, 0xFF]);
        return new('x', length);
    }

    public static int Exit(int code)
    {
        Environment.Exit(code);
        return code;
    }

    public static int Kill(int ignored)
    {
        _ = Platform.Libc.Kill(Environment.ProcessId, Platform.Libc.SIGKILL);
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
}
