using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>What a format must be told besides the report.</summary>
internal sealed record PublishingOptions
{
    /// <summary>The folder of the submission as <c>replay --submission</c> wants it; null when it is the student's own <c>katas/</c>.</summary>
    public string? Submission { get; init; }

    /// <summary>Where the submission lies in the repository that annotations are shown in; null for its root.</summary>
    public string? FilesIn { get; init; }

    /// <summary>The line with which a run is seen again.</summary>
    public string Replay(string token) => ReplayLine.Of(token, Submission);

    /// <summary>The path of a student's file in that repository, with forward slashes.</summary>
    public string PathOf(KataReport kata, string file)
    {
        string?[] parts = [FilesIn, kata.Folder ?? kata.Kata, file];
        return string.Join('/', parts.OfType<string>().Select(Tidy).Where(p => p is not ("" or ".")));
    }

    private static string Tidy(string path)
    {
        path = path.Replace('\\', '/').TrimEnd('/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}
