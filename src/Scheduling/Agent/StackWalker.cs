using System.Diagnostics;
using System.Reflection;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>Finds where in a submission the caller stands: the innermost line of a file that the student owns.</summary>
internal sealed class StackWalker(Assembly submission)
{
    private const string Given = "Given/";

    /// <summary>The submission.</summary>
    public Assembly Submission => submission;

    /// <summary><c>Spa.cs:12</c>, or null when no frame is the submission's.</summary>
    public string? Find()
    {
        string? given = null;
        foreach (StackFrame frame in new StackTrace(2, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly != submission || frame.GetFileName() is not { } file)
            {
                continue;
            }
            string line = $"{file.Replace('\\', '/')}:{frame.GetFileLineNumber()}";
            if (!line.StartsWith(Given, StringComparison.Ordinal))
            {
                return line;
            }
            given ??= line;
        }
        return given;
    }
}
