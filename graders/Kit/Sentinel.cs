using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// Ends this process when whoever started it is gone: its standard input then comes to an end. Workers follow. What is said
/// until then is kept for who wants to hear it.
/// </summary>
internal static class Sentinel
{
    private const int Interrupted = 130;
    private static readonly BlockingCollection<string> s_lines = [];

    /// <summary>Waits for the next line of the standard input. At its end this process ends instead.</summary>
    public static string NextLine() => s_lines.Take();

    [ModuleInitializer]
    internal static void Watch()
    {
        if (Environment.GetEnvironmentVariable(Job.SentinelVariable) != "1")
        {
            return;
        }
        var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var thread = new Thread(() =>
        {
            while (input.ReadLine() is { } line)
            {
                s_lines.Add(line);
            }
            Environment.Exit(Interrupted);
        })
        {
            IsBackground = true,
            Name = "sentinel",
        };
        thread.Start();
    }
}
