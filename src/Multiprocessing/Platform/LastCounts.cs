using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Lets a process that is to be killed write down first what Coverlet has counted in it. Only in a measurement of coverage:
/// otherwise nothing here does anything, and a kill is a kill.
/// </summary>
public static class LastCounts
{
    /// <summary>The environment variable that says that coverage is measured: <c>1</c>. Children inherit it.</summary>
    public const string Variable = "KATA_COVERAGE";

    private const string Ours = "ConcurrencyKatas.";
    private const string Tracker = "Coverlet.Core.Instrumentation.Tracker";

    // Who has not got as far as to listen ignores it (SIGURG); then the kill comes without.
    private const int Request = 23;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly List<PosixSignalRegistration> s_registrations = [];

    /// <summary>Whether coverage is measured.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Makes this process ready to be asked. To be called at its beginning.</summary>
    public static void Prepare()
    {
        if (!AreWanted)
        {
            return;
        }
        s_registrations.Add(PosixSignalRegistration.Create((PosixSignal)Request, Leave));
        // It ends by that signal all the same: the handler does not cancel it.
        s_registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Write()));
    }

    /// <summary>Asks a child that is about to be killed, and waits until it has ended by itself.</summary>
    internal static void AskFor(ChildHandle child)
    {
        if (Listens(child.Pid))
        {
            child.Kill(Request);
            child.WaitForExit(s_patience);
        }
    }

    /// <summary>Adds the counts of every instrumented assembly in this process to its file, and forgets them.</summary>
    internal static void Write()
    {
        // Only ours are ever instrumented; to look through the framework's thousands of types takes longer than all the rest.
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies().Where(IsOurs))
        {
            assembly
                .GetTypes()
                .FirstOrDefault(type => type.Namespace == Tracker)
                ?.GetMethod("UnloadModule", BindingFlags.Public | BindingFlags.Static)
                ?.Invoke(null, [null, EventArgs.Empty]);
        }
    }

    private static bool IsOurs(Assembly assembly) =>
        assembly.GetName().Name!.StartsWith(Ours, StringComparison.Ordinal);

    // Programs of the system, who is stopped, and who has only just begun would let us wait for nothing.
    private static bool Listens(int pid)
    {
        try
        {
            string[] status = File.ReadAllLines($"/proc/{pid}/status");
            ulong caught = ulong.Parse(Field(status, "SigCgt:"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (caught >> (Request - 1) & 1) == 1 && Field(status, "State:")[0] is not ('T' or 't' or 'Z');
        }
        catch (IOException)
        {
            return false; // It has ended.
        }
    }

    private static string Field(string[] status, string name) =>
        status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

    private static void Leave(PosixSignalContext context)
    {
        context.Cancel = true;
        Write();
        _ = ProcessLife.Kill(Environment.ProcessId);
    }
}
