namespace ConcurrencyKatas.Cli.Showing;

/// <summary>The command line with which a run is seen again.</summary>
internal static class ReplayLine
{
    /// <summary>The line, to be pasted into a shell as it is.</summary>
    /// <param name="token">The replay token.</param>
    /// <param name="submission">The folder of the submission; null when it is the student's own <c>katas/</c>.</param>
    public static string Of(string token, string? submission) =>
        submission is null ? $"./kata replay {token}" : $"./kata replay {token} --submission {Shell.Quote(submission)}";
}
