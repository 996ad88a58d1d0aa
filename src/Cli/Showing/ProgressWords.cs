using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Says for people what the Graders are doing.</summary>
internal static class ProgressWords
{
    /// <summary><c>3 guests, 2 rooms: proof, 120 runs</c>.</summary>
    public static string Describe(this ProgressLine line)
    {
        var what = (line.Phase, line.Text) switch
        {
            ("claim", { } text) => text,
            (var phase, { } text) => $"{phase}: {text}",
            ("portfolio" or "bounded", _) => $"{line.Phase}, {line.Done} runs",
            ("proof", _) when line.Of > line.Done => $"{line.Phase}, {line.Done} of about {line.Of} runs",
            ("proof", _) => $"{line.Phase}, {line.Done} runs",
            _ => line.Phase,
        };
        return line.Configuration is null ? what : $"{line.Configuration}: {what}";
    }
}
