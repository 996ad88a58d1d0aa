using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// One <see cref="Enclosure"/> for all workers of a stage: to make one costs more than to start a process in it. A shell
/// inside starts workers when it is told to and tells how they ended. The place ends, with everything in it, when it is
/// disposed of, when the shell is killed, and when we are.
/// </summary>
internal sealed class Place : IDisposable
{
    private const int OrdersDescriptor = 6;
    private const int EndsDescriptor = 7;
    private const int Killed = -9;

    // Bubblewrap asks late in its preparations to end with us. Should we be killed before that, the orders end, and the
    // shell ends everybody.
    // The last argument of the worker, then the rest of its command. Neither of the shell's pipes is for workers.
    private const string Script = """
        last=$1; shift; exec 2>/dev/null
        while read -r id actor <&6; do ( "$@" "$actor" "$last" 6<&- 7>&-; echo "$id $?" >&7 ) & done
        kill -9 -1
        """;

    private readonly AnonymousPipeServerStream _orders = new(PipeDirection.Out, HandleInheritability.None);
    private readonly AnonymousPipeServerStream _ends = new(PipeDirection.In, HandleInheritability.None);
    private readonly ConcurrentDictionary<int, int> _exitCodes = [];
    private readonly EnclosedProcess _shell;
    private readonly Thread _reader;
    private int _started;
    private volatile bool _isOver;

    /// <summary>Makes a place.</summary>
    /// <param name="enclosure">What it is isolated from.</param>
    /// <param name="worker">The command of a worker; its actor's number and <paramref name="last"/> are added.</param>
    /// <param name="last">The last argument of every worker.</param>
    public Place(Enclosure enclosure, SpawnRequest worker, string last)
    {
        var shell = worker with
        {
            FileName = "/bin/sh",
            Arguments = ["-c", Script, "sh", last, worker.FileName, .. worker.Arguments],
            Descriptors =
            [
                .. worker.Descriptors,
                new((int)_orders.ClientSafePipeHandle.DangerousGetHandle(), OrdersDescriptor),
                new((int)_ends.ClientSafePipeHandle.DangerousGetHandle(), EndsDescriptor),
            ],
        };
        _shell = EnclosedProcess.Start(shell, enclosure);
        _orders.DisposeLocalCopyOfClientHandle();
        _ends.DisposeLocalCopyOfClientHandle();
        _reader = new Thread(Read) { IsBackground = true, Name = "ends of workers" };
        _reader.Start();
    }

    /// <summary>Whether it has ended, and with it everybody in it.</summary>
    public bool IsOver => _isOver;

    /// <summary>Starts a worker.</summary>
    /// <returns>Its number in this place.</returns>
    public int Start(int actor)
    {
        int id = ++_started;
        try
        {
            _orders.Write(
                System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {actor}\n"))
            );
        }
        catch (IOException)
        {
            _exitCodes[id] = Killed; // The shell has been killed; whoever waits for this worker is told so.
        }
        return id;
    }

    /// <summary>Whether a worker has ended.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="exitCode">Its exit code, or −signal.</param>
    public bool HasEnded(int id, out int exitCode)
    {
        bool isOver = _isOver;
        if (_exitCodes.TryGetValue(id, out exitCode))
        {
            return true;
        }
        exitCode = Killed;
        return isOver;
    }

    /// <summary>The process id, as we see it, of a worker that is known to run; 0 when it has ended.</summary>
    public int Find(int actor)
    {
        _shell.Find();
        string wanted = actor.ToString(CultureInfo.InvariantCulture);
        return ProcessTree
            .ChildrenOf(_shell.Pid)
            .SelectMany(ProcessTree.ChildrenOf)
            // The actor's number is the last argument but one.
            .FirstOrDefault(pid => ProcessTree.CommandOf(pid) is [.., var number, _] && number == wanted);
    }

    /// <summary>Whether it has ended or is about to, because somebody inside has killed what keeps it.</summary>
    public bool IsDoomed =>
        _isOver || ProcessTree.IsDoomed(_shell.First) || (_shell.Pid != 0 && ProcessTree.IsDoomed(_shell.Pid));

    /// <summary>Processes inside that the shell did not start, or that outlived those whom it started.</summary>
    public bool HasStrangers(int workers) => !_isOver && ProcessTree.CountInPlaceOf(_shell.First) > 2 + (2 * workers);

    /// <inheritdoc/>
    public void Dispose()
    {
        _shell.Kill();
        _reader.Join();
        _shell.Dispose();
        _orders.Dispose();
        _ends.Dispose();
    }

    private void Read()
    {
        using var reader = new StreamReader(_ends, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            _exitCodes[int.Parse(words[0], CultureInfo.InvariantCulture)] = EnclosedProcess.FromShell(
                int.Parse(words[1], CultureInfo.InvariantCulture)
            );
        }
        _isOver = true;
    }
}
