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
