using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Platform;
using SystemProcess = System.Diagnostics.Process;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>One running compiler. It ends at the end of its input, so it does not outlive its parent.</summary>
internal sealed class CompilerProcess : IDisposable
{
    private const string Program = "ConcurrencyKatas.Compiler.dll";
    private const string HeapLimit = "0x40000000"; // 1 GiB
    private const int TimesAsLong = 20;

    private static readonly string[] s_kept = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "TEMP", "SystemRoot"];
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private readonly SystemProcess _process;
    private readonly ConcurrentQueue<string> _complaints = new();
    private bool _isBusy;

    private CompilerProcess(SystemProcess process)
    {
        _process = process;
        // Drained always, or a long stack trace would fill the pipe and block the child.
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && _complaints.Count < 20)
            {
                _complaints.Enqueue(text);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a compiler that lies beside this assembly, with an environment of its own.</summary>
    /// <remarks>It uses the time until the first request to load what requests need.</remarks>
    public static CompilerProcess Start()
    {
        string path = WorkerFiles.Find(AppContext.BaseDirectory, Program);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("dotnet", ["exec", path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
        };
        string?[] kept = [.. s_kept.Select(Environment.GetEnvironmentVariable)];
        start.Environment.Clear();
        foreach (var (name, value) in s_kept.Zip(kept).Where(pair => pair.Second is { Length: > 0 }))
        {
            start.Environment[name] = value;
        }
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Null only where a shell is asked and has a process already.
        return new CompilerProcess(SystemProcess.Start(start)!);
    }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <param name="request">What to compile.</param>
    /// <param name="patience">
    /// How much processor time it may use for that: a busy machine must not make a right source one that does not compile. Who
    /// uses none waits for something that never comes, and is given many times as long.
    /// </param>
    public CompilerReply Ask(CompileRequest request, TimeSpan patience)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, ProtocolJson.Default.CompileRequest));
            _process.StandardInput.Flush();
            var line = _process.StandardOutput.ReadLineAsync();
            if (!IsAnswered(line, patience))
            {
                _isBusy = true;
                return new CompilerReply(null, TimedOut: true);
            }
            return line.Result is { } text
                ? new CompilerReply(JsonSerializer.Deserialize(text, ProtocolJson.Default.CompileAnswer))
                : new CompilerReply(null, Ending: Ending());
        }
        // A pipe that breaks while we write to it: the child has ended.
        catch (IOException)
        {
            return new CompilerReply(null, Ending: Ending());
        }
    }

    private bool IsAnswered(Task line, TimeSpan patience)
    {
        long used = ProcessorTime.Of(_process.Id);
        var clock = Stopwatch.StartNew();
        while (!line.Wait(s_look))
        {
            double seconds = (ProcessorTime.Of(_process.Id) - used) / 1e9;
            if (seconds > patience.TotalSeconds || clock.Elapsed > TimesAsLong * patience)
            {
                return line.IsCompleted;
            }
        }
        return true;
    }

    /// <summary>Ends it at once, from any thread; who waits for an answer gets none.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Put away already.
            return;
        }
    }

    /// <summary>Closes the input; ends the process if it does not end by itself.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        // Unsent input of a child that has ended already.
        catch (IOException e)
        {
            _complaints.Enqueue(e.Message);
        }
        if (!_process.WaitForExit(_isBusy ? TimeSpan.Zero : s_farewell))
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private string Ending()
    {
        _process.WaitForExit(s_farewell);
        string first = _complaints.TryPeek(out string? line) ? $" ({line})" : "";
        return _process.HasExited
            ? $"it ended with exit code {_process.ExitCode}{first}"
            : $"it closed its output{first}";
    }
}
