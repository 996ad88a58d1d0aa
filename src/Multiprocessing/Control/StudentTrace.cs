using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Words an exception for a student: what was thrown, and the frames of the student's own code. Ours would only hide them.
/// It never throws, whatever the exception does when it is asked for its message.
/// </summary>
public static class StudentTrace
{
    /// <summary>Type, message and frames, and the same of every inner exception.</summary>
    /// <param name="problem">The exception.</param>
    /// <param name="submission">Whose frames are shown; none for <see langword="null"/>.</param>
    public static string Of(Exception problem, Assembly? submission)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new StringBuilder().AppendLine(Headline(problem)).Append(Frames(problem, submission)).ToString();
    }

    /// <summary>The frames alone, and all of every inner exception.</summary>
    internal static string Frames(Exception problem, Assembly? submission)
    {
        var text = new StringBuilder();
        Append(text, problem, submission);
        for (Exception? cause = problem.InnerException; cause is not null; cause = cause.InnerException)
        {
            text.Append("caused by ").AppendLine(Headline(cause));
            Append(text, cause, submission);
        }
        return text.ToString();
    }

    /// <summary>The message of an exception, whose class may be a student's.</summary>
    internal static string MessageOf(Exception problem)
    {
        try
        {
            return problem.Message ?? "";
        }
        catch (Exception another) when (another is not ModelMismatchException)
        {
            return $"(its message could not be read: {another.GetType().Name})";
        }
    }

    private static string Headline(Exception problem) =>
        $"{(problem as RemoteException)?.TypeName ?? problem.GetType().Name}: {MessageOf(problem)}";

    private static void Append(StringBuilder text, Exception problem, Assembly? submission)
    {
        if (problem is RemoteException { RemoteTrace: { Length: > 0 } there })
        {
            text.AppendLine(there.TrimEnd());
        }
        foreach (StackFrame frame in new StackTrace(problem, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is { } method && method.Module.Assembly == submission)
            {
                text.Append("   at ").Append(method.DeclaringType?.Name).Append('.').Append(method.Name);
                text.AppendLine(frame.GetFileName() is { } file ? $" in {file}:{frame.GetFileLineNumber()}" : "");
            }
        }
    }
}
