using System.Globalization;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Control;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>
/// Keeps the gate at which the processes of a run wait for a debugger: says how to attach to each, and lets them go on
/// when a key is pressed or their time is over.
/// </summary>
internal sealed class DebugSession : IDisposable
{
    // What a runtime that may be debugged leaves in the temporary folder when it is killed.
    private static readonly string[] s_leftovers = ["dotnet-diagnostic-{0}-*", "clr-debug-pipe-{0}-*"];

    private readonly System.Threading.Lock _gate = new();
    private readonly Surroundings _here;
    private readonly JobFolder _job;
    private readonly TimeSpan? _wait;
    private readonly Dictionary<int, string> _waiting = [];
    private readonly List<int> _seen = [];
    private readonly List<Timer> _timers = [];
    private readonly CancellationTokenSource _end;
    private readonly Task _keys;

    /// <summary>Opens the session.</summary>
    /// <param name="here">Where it is shown, and the keyboard.</param>
    /// <param name="wait">How long each process waits at most; null for as long as nobody presses a key.</param>
    /// <param name="cancellation">Ends the session.</param>
    public DebugSession(Surroundings here, TimeSpan? wait, CancellationToken cancellation)
    {
        (_here, _wait) = (here, wait);
        _job = new JobFolder(here.Repository);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _keys = here.Keyboard.IsTerminal ? ReadKeysAsync() : Task.CompletedTask;
    }

    /// <summary>The folder that is the gate.</summary>
    public string Folder => _job.Results;

    /// <summary>Says, once, what holds for every process.</summary>
    public void Introduce(Kata kata)
    {
        var files = string.Join(", ", kata.Edit.Select(f => _here.Repository.Relative(kata.FullPath(f))));
        var go = (_here.Keyboard.IsTerminal, _wait) switch
        {
            (true, null) => "when you press a key here",
            (true, { } wait) => $"when you press a key here, or after {Seconds(wait)}",
            (false, var wait) => $"after {Seconds(wait!.Value)}",
        };
        _here.Out.WriteDrawing($"Every process waits at its beginning, and goes on {go}.");
        _here.Out.WriteDrawing($"Set breakpoints in {files}, attach, then let them go on.");
        _here.Out.WriteLine();
    }

    /// <summary>A process was started, and waits.</summary>
    public void Add(int pid, string name)
    {
        lock (_gate)
        {
            _waiting[pid] = name;
            _seen.Add(pid);
            if (_wait is { } wait)
            {
                _timers.Add(new Timer(_ => Release([pid]), null, wait, Timeout.InfiniteTimeSpan));
            }
            var how = _here.Keyboard.IsTerminal ? "  [grey]any key: go on[/]" : "";
            _here.Out.MarkupLine($"[yellow]{name.Safe()} waits: process {pid}[/]{how}");
            _here.Out.WriteDrawing(AttachLines.Of(pid, name), 2);
        }
    }

    /// <summary>Puts everything away; whoever still waits ends.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _keys.Wait();
        lock (_gate)
        {
            _timers.ForEach(t => t.Dispose());
            _waiting.Clear();
        }
        _job.Dispose();
        foreach (var pid in _seen)
        {
            foreach (var pattern in s_leftovers)
            {
                var name = string.Format(CultureInfo.InvariantCulture, pattern, pid);
                foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), name))
                {
                    File.Delete(file);
                }
            }
        }
        _end.Dispose();
    }

    private static string Seconds(TimeSpan time) => Words.Count((int)time.TotalSeconds, "second");

    private void Release(IReadOnlyList<int>? pids)
    {
        lock (_gate)
        {
            foreach (var pid in pids ?? [.. _waiting.Keys])
            {
                if (_waiting.Remove(pid, out var name))
                {
                    File.WriteAllText(DebugGate.PassOf(Folder, pid), "");
                    _here.Out.WriteDrawing($"{name} goes on.");
                }
            }
        }
    }

    private async Task ReadKeysAsync()
    {
        try
        {
            await foreach (var _ in _here.Keyboard.KeysAsync(_end.Token))
            {
                Release(null);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The run is over.
            return;
        }
    }
}
