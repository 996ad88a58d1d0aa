using System.Diagnostics;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The spare child of this process, if it is to have one: taken by a start, and made anew behind it.</summary>
internal static class Spares
{
    // The child that was just told what to run goes first.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(30);

    private static readonly System.Threading.Lock s_gate = new();
    private static Spare? s_spare;
    private static Task s_making = Task.CompletedTask;
    private static bool s_areKept;

    /// <summary>Whether this process keeps one. Once that is no longer so, there is none.</summary>
    public static bool AreKept
    {
        get => Volatile.Read(ref s_areKept);
        set
        {
            if (Seam.Controller is not null)
            {
                return; // An arbiter's processes are ready anyway.
            }
            if (value && !OperatingSystemPlatform.Current.Pipes.CanHandOver)
            {
                throw new PlatformNotSupportedException(
                    "A spare process is told what to run after it was started, with the descriptors that it needs; this system's "
                        + "back end hands those to a process only when it starts. Leave Process.KeepsSpare alone here: without it "
                        + "everything works, and starts more slowly."
                );
            }
            Volatile.Write(ref s_areKept, value);
            if (value)
            {
                Prepare([], TimeSpan.Zero);
            }
            else
            {
                End();
            }
        }
    }

    /// <summary>Takes the spare child out, if there is one and it is as good as a new one.</summary>
    /// <param name="paths">Assemblies that it will need.</param>
    public static Spare? Take(IReadOnlyList<AssemblyPath> paths)
    {
        Spare? spare = TakeOut();
        if (spare is not null && !spare.Fits(paths))
        {
            spare.Dispose();
            return null;
        }
        return spare;
    }

    /// <summary>Has the next one made, without waiting for it.</summary>
    /// <param name="paths">Assemblies that it is likely to need.</param>
    public static void Prepare(IReadOnlyList<AssemblyPath> paths)
    {
        if (AreKept)
        {
            Prepare(paths, s_patience);
        }
    }

    private static void Prepare(IReadOnlyList<AssemblyPath> paths, TimeSpan patience)
    {
        lock (s_gate)
        {
            CurrentProcess.EndChildrenAtExit();
            s_making = s_making.IsCompleted && s_spare is null ? MakeAsync(paths, patience) : s_making;
        }
    }

    /// <summary>Waits until there is one, which may not be ready yet.</summary>
    public static void WaitUntilMade() => s_making.Wait();

    /// <summary>Waits until there is one that is ready.</summary>
    /// <returns>Whether there is.</returns>
    public static bool WaitUntilReady()
    {
        WaitUntilMade();
        return s_spare?.WaitUntilReady() ?? false;
    }

    /// <summary>Ends the one that there is.</summary>
    public static void End()
    {
        s_making.Wait();
        TakeOut()?.Dispose();
    }

    private static async Task MakeAsync(IReadOnlyList<AssemblyPath> paths, TimeSpan patience)
    {
        await Task.Delay(patience).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            if (!AreKept)
            {
                return;
            }
            var spare = Spare.Start(paths);
            lock (s_gate)
            {
                s_spare = spare;
            }
        }
        catch (Exception problem)
        {
            // The next start says what is wrong, if it still is.
            Trace.WriteLine(problem);
        }
    }

    private static Spare? TakeOut()
    {
        lock (s_gate)
        {
            (Spare? taken, s_spare) = (s_spare, null);
            return taken;
        }
    }
}
