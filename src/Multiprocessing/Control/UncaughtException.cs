using System.Diagnostics;
using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>Prints an exception that ends a process, or would have ended a thread, as Python does: to standard error.</summary>
internal static class UncaughtException
{
    /// <summary>Prints it in one piece.</summary>
    /// <param name="headline">Whose it is.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="code">Whose frames are shown; see <see cref="StudentTrace"/>.</param>
    public static void Print(string headline, Exception exception, Assembly? code)
    {
        string text = $"{headline}{Environment.NewLine}{StudentTrace.Of(exception, code)}";
        try
        {
            ControlledConsole.Error().Write(text);
        }
        catch (IOException closed)
        {
            // Nobody can be told that nobody can be told; the thread that wanted to say it goes on.
            Trace.WriteLine(closed);
        }
    }
}
