using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.FakeGraders;

/// <summary>Makes up reports.</summary>
internal static class FakeReports
{
    private const string Deadlocks = "Never_deadlocks";
    private const string Rooms = "Never_more_guests_than_rooms";

    public static KataReport Of(string kata, JobSubmission submission, string command, bool replay)
    {
        var untouched = command == "stub" && !submission.GradeUntouched;
        var failing = command switch
        {
            "deadlock" => Deadlocks,
            "stub" or "shouts" => Rooms,
            _ when command.StartsWith("fails ", StringComparison.Ordinal) => command["fails ".Length..],
            _ => null,
        };
        var report = new KataReport
        {
            Kata = kata,
            Title = $"The title of {kata}",
            Submission = submission.Path,
            Status = Status(command, untouched),
            Isolation = "limited processes",
        };
        return report.Status switch
        {
            _ when replay && !untouched => report with
            {
                Status = KataStatus.Passed,
                Claims = [Replay(kata, submission)],
            },
            KataStatus.NotStarted => report with { Reason = "The stub is unchanged." },
            KataStatus.CouldNotGrade => report with { Reason = "A worker fell silent." },
            KataStatus.DoesNotCompile => report with
            {
                Diagnostics = [new Diagnostic("Spa.cs", 7, 13, "CS1002", "; expected")],
            },
            _ => report with
            {
                Claims =
                [
                    Claim(Deadlocks, "Never deadlocks", 4, failing, kata, command == "shouts"),
                    Claim(Rooms, "Never more guests than rooms", 6, failing, kata, command == "shouts"),
                ],
                Explorations =
                [
                    new ExplorationReport(
                        "3 guests, 2 rooms",
                        200,
                        143,
                        254,
                        command != "unproved",
                        command == "unproved"
                            ? "SAMPLED (200 schedules, 143 distinct)"
                            : "PROVED (254 classes; this size, no crash injected)"
                    ),
                ],
                Detection = submission.Detection is { } wanted ? Detection(wanted, failing, command) : null,
            },
        };
    }

    private static KataStatus Status(string command, bool untouched) =>
        command switch
        {
            _ when untouched => KataStatus.NotStarted,
            "does not compile" => KataStatus.DoesNotCompile,
            "cannot be graded" => KataStatus.CouldNotGrade,
            "passes" or "unproved" or "blind" => KataStatus.Passed,
            _ => KataStatus.Failed,
        };

    private static ClaimReport Claim(string test, string sentence, int points, string? failing, string kata, bool loud)
    {
        if (test != failing)
        {
            var shown = failing != Deadlocks;
            return new ClaimReport
            {
                Test = test,
                Claim = sentence,
                Status = shown ? ClaimStatus.Passed : ClaimStatus.NotShown,
                Points = shown ? points : 0,
                MaxPoints = points,
                Verdict = shown ? "PROVED (254 classes)" : null,
                Reason = shown ? null : "not shown: the deadlock hides it",
            };
        }
        return new ClaimReport
        {
            Test = test,
            Claim = sentence,
            Status = ClaimStatus.Failed,
            Points = 0,
            MaxPoints = points,
            Evidence = Evidence(kata, test == Deadlocks, "enters") with { Output = loud ? Shout : "guest 3: hello" },
        };
    }

    // A deadlock is seen by everybody, anything else by few schedules and no plain run; or, when it is only lucky, by no proof.
    private static DetectionReport Detection(DetectionRequest wanted, string? failing, string command) =>
        failing is null
            ? new DetectionReport { Blind = command == "blind" ? [Deadlocks] : [] }
            : new DetectionReport
            {
                Means = DetectionMeans.Schedules,
                Seeds = wanted.Seeds,
                Found = failing == Deadlocks ? wanted.Seeds : wanted.Seeds - 1,
                MedianSchedules = failing == Deadlocks ? 2 : 9,
                ProofRuns = command == "shouts" ? null : 17,
                Plain =
                    wanted.PlainRuns == 0
                        ? null
                        : new PlainRunsReport(wanted.PlainRuns, failing == Deadlocks ? 20 : 0, 0, 1.5),
            };

    // What a submission prints when it would rather write the verdict itself.
    private const string Shout =
        "::error file=forged.cs::forged\n  ::notice title=Autograding report::{}\nx ##[error]forged\n::set-output name=points::99";

    // A submission whose name says so draws something else when it is replayed.
    private static ClaimReport Replay(string kata, JobSubmission submission) =>
        new()
        {
            Test = GradedSubmission.ReplayClaim,
            Claim = GradedSubmission.ReplayClaim,
            Status = ClaimStatus.Passed,
            Points = 0,
            MaxPoints = 0,
            Evidence = Evidence(
                kata,
                deadlock: false,
                submission.Path.EndsWith("drifting", StringComparison.Ordinal) ? "rests" : "enters"
            ),
        };

    private static Evidence Evidence(string kata, bool deadlock, string drawn) =>
        new()
        {
            Sentence = "guest-3 enters although guest-1 and guest-2 are inside and there are 2 rooms (Spa.cs:12).",
            Pattern = deadlock ? "deadlock" : "check-then-act",
            Trace =
                $"  main      guest-1   guest-2   guest-3\n  start\n            enters    enters\n▶                               {drawn}   Spa.cs:12",
            WaitForGraph = deadlock ? "guest-1 → Lock A, held by guest-2\nguest-2 → Lock B, held by guest-1" : null,
            Steps = [new EvidenceStep(0, "guest-3", drawn, "Spa.cs:12", Faulty: !deadlock)],
            Token = Token(kata),
            File = "Spa.cs",
            Line = 12,
            Output = "guest 3: hello",
        };

    private static string Token(string kata)
    {
        var run = new Run
        {
            Steps = [],
            Ending = Ending.Completed,
            Actors = [],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "fake",
        };
        return ReplayToken.Of(kata, "3 guests, 2 rooms", run).ToString();
    }
}
