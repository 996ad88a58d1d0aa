using System.Globalization;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>However a grading ends, no process of it stays behind.</summary>
[Trait(GraderProcess.Trait, GraderProcess.Started)]
public sealed class NothingLeftTests
{
    // A watchdog only: each wait ends with the event that it is for.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [SlowFact]
    public void Workers_end_with_graders_that_are_killed()
    {
        using var grader = new GraderProcess("never-joined");
        int[] workers = WaitForWorkers(grader);

        grader.Process.Kill();
        grader.Process.WaitForExit();

        WaitForEnd(workers);
    }

    [SlowFact]
    public void Graders_and_workers_end_with_whoever_started_them()
    {
        using var grader = new GraderProcess("never-joined");
        int[] workers = WaitForWorkers(grader);

        grader.Process.StandardInput.Close();

        Assert.True(
            grader.Process.WaitForExit(s_patience),
            "The graders go on although their standard input has ended."
        );
        WaitForEnd(workers);
    }

    [SlowFact]
    public void A_grading_that_came_to_its_end_leaves_no_worker()
    {
        using var grader = new GraderProcess("never-joined");
        int[] workers = WaitForWorkers(grader);

        grader.Process.StandardOutput.ReadToEnd();
        grader.Process.WaitForExit();

        WaitForEnd(workers);
    }

    // Everything below the graders, bubblewrap and its shells too, once four workers are there.
    private static int[] WaitForWorkers(GraderProcess grader)
    {
        int[] all = [];
        int workers = 0;
        bool seen = SpinWait.SpinUntil(
            () =>
            {
                all = Below(grader.Process.Id);
                workers = all.Count(IsWorker);
                return workers >= 4 || grader.Process.HasExited;
            },
            s_patience
        );
        Assert.True(seen && workers >= 4, $"Four workers were expected, {workers} came.");
        return all;
    }

    private static void WaitForEnd(int[] processes)
    {
        bool gone = SpinWait.SpinUntil(() => !processes.Any(Runs), s_patience);
        Assert.True(gone, $"Still running: {string.Join(", ", processes.Where(Runs))}");
    }

    private static int[] Below(int ancestor)
    {
        ILookup<string?, int> children = Directory
            .EnumerateDirectories("/proc")
            .Select(ToPid)
            .Where(pid => pid > 0)
            .ToLookup(pid => Field(pid, 1));
        List<int> below = [ancestor];
        for (int i = 0; i < below.Count; i++)
        {
            below.AddRange(children[$"{below[i]}"]);
        }
        return [.. below.Skip(1)];
    }

    private static bool IsWorker(int pid)
    {
        try
        {
            string[] command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return command is [var host, "exec", var program, ..]
                && Path.GetFileName(host) == "dotnet"
                && Path.GetFileName(program) == "ConcurrencyKatas.Worker.dll";
        }
        catch (IOException)
        {
            return false; // It has ended.
        }
    }

    private static int ToPid(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int pid) ? pid : 0;

    private static bool Runs(int pid) => Field(pid, 0) is not (null or "Z" or "X");

    // Fields of /proc/PID/stat after the program's name: 0 is the state, 1 the parent.
    private static string? Field(int pid, int index)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[index];
        }
        catch (IOException)
        {
            return null; // It has ended.
        }
    }
}
