using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What this process has of what could be left behind: children, reaped or not, descriptors, named shared memory.</summary>
internal sealed record Leaks(
    IReadOnlyList<string> Children,
    IReadOnlyList<string> Descriptors,
    IReadOnlyList<string> Memory
)
{
    private const int Looks = 5;

    /// <summary>What there is now.</summary>
    public static Leaks Now()
    {
        // The connection to a manager of a thread that has ended goes with the thread's objects.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (!OperatingSystem.IsLinux())
        {
            // What a process has open can be asked of Linux only.
            return new(
                [.. ProcessLife.ChildrenOf(Environment.ProcessId).Select(static child => $"{child.Pid}")],
                [],
                []
            );
        }
        return new(
            [
                .. Directory
                    .GetDirectories("/proc/self/task")
                    .SelectMany(static thread => Read($"{thread}/children").Split(' '))
                    .Where(static child => child.Length > 0),
            ],
            // The runtime opens assemblies as it needs them, their symbols to print a trace, and chance for names of its own.
            [
                .. Directory
                    .GetFiles("/proc/self/fd")
                    .Select(Target)
                    .Where(static target => Path.GetExtension(target) is not (".dll" or ".pdb") && target != "urandom"),
            ],
            Directory.Exists("/dev/shm") ? Directory.GetFiles("/dev/shm", "*concurrency-katas*") : []
        );
    }

    /// <summary>
    /// Checks that there is no more of anything than there was before. Who reads a file at this moment has a descriptor, and
    /// leaves none: what is left behind is there each time one looks.
    /// </summary>
    public static void CheckSince(Leaks before)
    {
        string? problem = null;
        for (int look = 0; look < Looks; look++)
        {
            problem = Now().ProblemSince(before);
            if (problem is null)
            {
                return;
            }
        }
        // A test runner tells of what goes wrong after a class by its type only.
        Console.Error.WriteLine(problem);
        Assert.Fail(problem!);
    }

    private string? ProblemSince(Leaks before) =>
        Children.Except(before.Children).ToList() is { Count: > 0 } children
            ? $"Processes are left: {string.Join(", ", children)}."
        : Descriptors.Count > before.Descriptors.Count
            ? $"{Descriptors.Count - before.Descriptors.Count} descriptors are left. Before: "
                + $"{string.Join(", ", before.Descriptors.Order())}. Now: {string.Join(", ", Descriptors.Order())}."
        : Memory.Except(before.Memory).ToList() is { Count: > 0 } memory
            ? $"Named memory is left: {string.Join(", ", memory)}."
        : null;

    // Threads and descriptors come and go while one looks.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
