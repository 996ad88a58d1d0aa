using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>Words an exception for a student: what was thrown, and the submission's own frames. Ours would only hide them.</summary>
public static class StudentTrace
{
    /// <summary>Type, message and frames, and the same of every inner exception.</summary>
    public static string Of(Exception problem, Assembly submission)
    {
        var text = new StringBuilder();
        for (Exception? part = problem; part is not null; part = part.InnerException)
        {
            text.Append(part == problem ? "" : "caused by ")
                .Append(part.GetType().Name)
                .Append(": ")
                .AppendLine(part.Message);
            foreach (StackFrame frame in new StackTrace(part, fNeedFileInfo: true).GetFrames())
            {
                if (frame.GetMethod() is { } method && method.Module.Assembly == submission)
                {
                    text.Append("   at ").Append(method.DeclaringType?.Name).Append('.').Append(method.Name);
                    text.AppendLine($" in {frame.GetFileName()}:{frame.GetFileLineNumber()}");
                }
            }
        }
        return text.ToString();
    }
}
