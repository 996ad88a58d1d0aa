using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Runs a kata once for real: a fresh main process, whose children are real processes too. Everything that it started is
/// ended with it, also when the grader itself is killed.
/// </summary>
public static class RealRunner
{
    // A watchdog, never a verdict: schedules that get stuck were found under control before anything is run for real.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a size, unseen, and waits for its end.</summary>
    /// <exception cref="CouldNotGradeException">It did not end, or its main process could not be started.</exception>
    public static RealRun Run(CompiledKata kata, KataDefinition definition, Size size) =>
        Require(TryRun(kata, definition, size, Patience), definition, size);

    /// <summary>Insists on a run that somebody waited for as long as <see cref="Patience"/> says.</summary>
    /// <exception cref="CouldNotGradeException">It did not end.</exception>
    internal static RealRun Require(RealRun? run, KataDefinition definition, Size size) =>
        run
        ?? throw new CouldNotGradeException(
            $"{definition.Slug} with {size.Name} did not end for real within {Patience.TotalSeconds:0} s although every explored schedule ends."
        );

    /// <summary>Runs a size, unseen, and waits for its end; null when it did not come in time.</summary>
    /// <exception cref="CouldNotGradeException">Its main process could not be started.</exception>
    internal static RealRun? TryRun(CompiledKata kata, KataDefinition definition, Size size, TimeSpan patience)
    {
        using var main = new RealMainProcess(Programs.Of(kata, definition, size), SpawnOutput.Pipe, debugGate: null);
        using var output = new CapturedOutput(main.Handle);
        bool ended = main.WaitForExit(patience);
        int[] leftovers = ended ? main.Leftovers() : [];
        int exitCode = main.End();
        return ended ? RealRunReader.Read(main.Events, size, exitCode, leftovers, output.Text()) : null;
    }

    /// <summary>Runs a kata before somebody's eyes: its output goes where ours goes.</summary>
    /// <param name="kata">What is run.</param>
    /// <param name="definition">Which kata it is.</param>
    /// <param name="arguments">What its entry method is called with.</param>
    /// <param name="seen">Told every event, in order, as it comes.</param>
    /// <param name="cancellation">Ends all its processes.</param>
    /// <param name="debugGate">
    /// A folder: every process waits at its beginning until it may go on, and a debugger may be attached; see
    /// <see cref="DebugGate"/>. Null for a run without.
    /// </param>
    /// <param name="started">Told main's process id as soon as there is one.</param>
    /// <returns>Main's exit code, −signal.</returns>
    public static int Watch(
        CompiledKata kata,
        KataDefinition definition,
        IReadOnlyList<object?> arguments,
        Action<LoggedEvent> seen,
        CancellationToken cancellation,
        string? debugGate = null,
        Action<int>? started = null
    )
    {
        var size = new Size("by hand", [.. arguments]);
        using var main = new RealMainProcess(Programs.Of(kata, definition, size), SpawnOutput.Inherit, debugGate);
        started?.Invoke(main.Handle.Pid);
        int told = 0;
        bool ended = false;
        while (!ended && !cancellation.IsCancellationRequested)
        {
            ended = main.WaitForExit(s_look);
            IReadOnlyList<LoggedEvent> events = main.Events;
            for (; told < events.Count; told++)
            {
                seen(events[told]);
            }
        }
        return main.End();
    }
}
