using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Every bad submission of this project, graded in one process of the graders: none may keep the others from it.</summary>
public sealed class BadSubmissions
{
    private static readonly string[] s_names =
    [
        "asks-for-too-much",
        "computes-without-end",
        "does-not-compile",
        "endless-loop",
        "endless-points",
        "floods-the-output",
        "forbidden-api",
        "makes-processes-without-end",
        "missing-file",
        "never-joined",
        "stack-overflow",
        "starts-without-end",
        "throws-in-children",
        "throws-in-main",
        "wrong-signature",
    ];

    // Not before somebody asks: the fixture is made where all its tests are skipped, too.
    private readonly Lazy<IReadOnlyDictionary<string, KataReport>> _reports = new(() =>
        GraderProcess.GradeAll(
            "SemaphoreRooms",
            [.. s_names.Select(name => new JobSubmission { Label = name, Path = GraderProcess.Folder(name) })]
        )
    );

    /// <summary>The report on one of them.</summary>
    public KataReport this[string submission] => _reports.Value[submission];
}
