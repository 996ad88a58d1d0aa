using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;
using SystemProcess = System.Diagnostics.Process;

namespace ConcurrencyKatas.Hostile;

/// <summary>
/// What a submission would do whose author had got round the rules. This assembly itself is handed to workers as the
/// submission, which only a test can do: nothing here has been through the compiler's rules.
/// </summary>
public static partial class Attacks
{
    private const int Sigkill = 9;

    /// <summary>Ends at once, and says that all is well.</summary>
    public static void ExitsEarly() => Environment.Exit(0);

    /// <summary>Prints a hundred megabytes past the console that is watched.</summary>
    public static void Floods()
    {
        byte[] block = new byte[1024 * 1024];
        Array.Fill(block, (byte)'x');
        using Stream output = Console.OpenStandardOutput();
        for (int i = 0; i < 100; i++)
        {
            output.Write(block);
        }
    }

    /// <summary>A lock that was taken behind the arbiter's back does not fit its model; swallows whatever is thrown.</summary>
    public static void TakesALockBehindTheArbitersBack()
    {
        var gate = new Lock("gate");
        IController? controller = Seam.Controller;
        Seam.Controller = null;
        gate.Acquire();
        Seam.Controller = controller;
        try
        {
            gate.Acquire();
        }
        catch (Exception)
        {
            return;
        }
    }

    /// <summary>Never ends, and comes to no point.</summary>
    public static void NeverEnds()
    {
        while (true) { }
    }

    /// <summary>Starts a process that starts another, and leaves.</summary>
    /// <param name="name">What their command lines can be known by.</param>
    public static void Litters(string name) => Shell($"sleep 1000.{name} & sleep 2000.{name}");

    /// <summary>Starts a process that starts another in a session, and so a group, of its own.</summary>
    /// <param name="name">What their command lines can be known by.</param>
    public static void Detaches(string name) => Shell($"setsid sleep 1000.{name} & setsid setsid sleep 2000.{name}");

    /// <summary>Tries to leave files.</summary>
    /// <returns>One line for each path.</returns>
    public static string Writes(string[] paths) => Try(paths, path => File.WriteAllText(path, "was here"));

    /// <summary>Tries to read files, or to list folders.</summary>
    /// <returns>One line for each path.</returns>
    public static string Reads(string[] paths) =>
        Try(
            paths,
            path =>
                _ = Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).First() : File.ReadAllText(path)
        );

    /// <summary>Tries to reach somebody who listens on this machine.</summary>
    /// <returns>One line.</returns>
    public static string Connects(int port) =>
        Try(
            [$"{port}"],
            _ =>
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
            }
        );

    /// <summary>Kills whoever started it, and then whomever it can.</summary>
    /// <param name="all">Whether to send a signal to everybody.</param>
    public static void Kills(bool all)
    {
        _ = Send(ParentId(), Sigkill);
        if (all)
        {
            _ = Send(-1, Sigkill);
        }
    }

    /// <summary>Sends a signal to one process.</summary>
    /// <returns>What the system answered.</returns>
    public static string KillsOne(int pid) =>
        Send(pid, Sigkill) == 0 ? "done" : Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    private static void Shell(string command)
    {
        // Not waited for: it goes on when this process has ended.
        using SystemProcess shell = SystemProcess.Start("/bin/sh", ["-c", $"echo; {command}"]);
    }

    private static string Try(string[] things, Action<string> deed) =>
        string.Join(
            '\n',
            things.Select(thing =>
            {
                try
                {
                    deed(thing);
                    return $"done: {thing}";
                }
                catch (Exception e)
                {
                    return $"{e.GetType().Name}: {thing}";
                }
            })
        );

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
