using System.Text;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>What a student reads under the name of a failed claim: the sentence, the drawn run, who waits, how to see it again.</summary>
public static class FailureMessage
{
    /// <summary>The whole message.</summary>
    public static string Of(Evidence evidence)
    {
        var text = new StringBuilder(evidence.Sentence).AppendLine();
        if (evidence.Diagnosis is { } diagnosis)
        {
            text.Append(evidence.Pattern).Append(": ").AppendLine(diagnosis);
        }
        Section(text, evidence.Trace);
        Section(text, evidence.WaitForGraph);
        if (evidence.Output is { Length: > 0 } output)
        {
            text.AppendLine().AppendLine("It printed:");
            Section(text, output.TrimEnd());
        }
        if (evidence.Token is { } token)
        {
            text.AppendLine().Append("See it again: ./kata replay ").AppendLine(token);
        }
        return text.ToString().TrimEnd();
    }

    private static void Section(StringBuilder text, string? section)
    {
        if (section is { Length: > 0 })
        {
            text.AppendLine().AppendLine(section.TrimEnd());
        }
    }
}
