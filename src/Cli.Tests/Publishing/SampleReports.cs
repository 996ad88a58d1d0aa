using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

/// <summary>Reports made by hand: one of everything, and one in which every text is an attack.</summary>
internal static class SampleReports
{
    /// <summary>A kata of each status, a deadlock, and a claim that shares its run with another.</summary>
    public static Report Typical =>
        new()
        {
            Katas =
            [
                Kata("SemaphoreRooms", KataStatus.Failed) with
                {
                    Claims =
                    [
                        Claim("Never_deadlocks", ClaimStatus.Passed, 2) with
                        {
                            Verdict = "PROVED (254 classes; this size, no crash injected)",
                        },
                        Claim("Never_more_guests_than_rooms", ClaimStatus.Failed, 3) with
                        {
                            Evidence = Crowded,
                        },
                        Claim("No_room_is_lost", ClaimStatus.Failed, 2) with
                        {
                            Evidence = Crowded,
                        },
                        Claim("All_are_served", ClaimStatus.NotShown, 1) with
                        {
                            Reason = "not shown: mend that first",
                        },
                    ],
                    Explorations =
                    [
                        new(
                            "2 guests, 1 room",
                            200,
                            143,
                            254,
                            true,
                            "PROVED (254 classes; this size, no crash injected)"
                        ),
                        new("6 guests", 214, 200, 0, false, "SAMPLED (214 schedules, 200 distinct)"),
                    ],
                },
                Kata("DeadlockRLock", KataStatus.Failed) with
                {
                    Claims = [Claim("Never_deadlocks", ClaimStatus.Failed, 4) with { Evidence = Stuck }],
                },
                Kata("Queues", KataStatus.NotStarted) with
                {
                    Reason = "not started: Spa.cs is as it was handed out",
                    Claims = [Claim("All_arrive", ClaimStatus.Skipped, 5) with { Reason = "not started" }],
                },
                Kata("Pipes", KataStatus.DoesNotCompile) with
                {
                    Reason = "does not compile",
                    Diagnostics =
                    [
                        new("Spa.cs", 7, 45, "CS1002", "; expected"),
                        new("Spa.cs", 0, 0, "KATA00", "missing"),
                    ],
                    Claims = [Claim("All_arrive", ClaimStatus.Skipped, 5) with { Reason = "does not compile" }],
                },
                Kata("Pools", KataStatus.BreaksTheRules) with
                {
                    Reason = "edited files that are not yours to edit",
                },
                Kata("Events", KataStatus.CouldNotGrade) with
                {
                    Reason = "A worker fell silent.",
                },
                Kata("Barriers", KataStatus.Passed) with
                {
                    Claims = [Claim("All_meet", ClaimStatus.Passed, 1)],
                },
            ],
        };

    private static Evidence Crowded =>
        new()
        {
            Sentence = "guest-2 enters (Spa.cs:12) while guest-1 is inside, and there is 1 room.",
            Pattern = "check-then-act",
            Diagnosis = "guest-2 looked (Spa.cs:11) before guest-1 had entered, and acted on it after that.",
            Trace = "  main      guest-1\n  starts\n▶           enters    Spa.cs:12",
            Steps =
            [
                new(0, "main", "begins", null, false, 0, Minor: true),
                new(1, "main", "starts guest-1", "Spa.cs:9", false, 0),
                new(2, "guest-1", "enters", "Spa.cs:12", true, 1),
                new(3, "guest-1", "ends", null, false, 1),
            ],
            Actors = [new("main", 0, null), new("guest-1", 1, 3)],
            Code = [new("Spa.cs", 9, "    guest.Start();"), new("Spa.cs", 12, "    Stay.Enjoy(guest);")],
            Token = "SemaphoreRooms.2x1.7f3a9c",
            File = "Spa.cs",
            Line = 12,
            Output = "guest 2: hello\n",
        };

    private static Evidence Stuck =>
        new()
        {
            Sentence = "worker-1 waits for B and worker-2 for A.",
            Pattern = "lock-order inversion",
            Trace = "  main  worker-1  worker-2\n  ⋮",
            WaitForGraph = "main waits in Join for worker-1\nworker-1 waits for B\nworker-2 waits for A\n",
            Steps =
            [
                new(0, "main", "starts worker-1", "Spa.cs:3", false, 0),
                new(1, "main", "starts worker-2", "Spa.cs:3", false, 0),
                new(2, "worker-2", "acquires B", "Spa.cs:8", false, 2),
                new(3, "worker-1", "acquires A", "Spa.cs:5", false, 1),
            ],
            Actors = [new("main", 0, null), new("worker-1", 0, null), new("worker-2", 1, null)],
            Waits =
            [
                new(0, "waits in Join for worker-1", null, [1], "Spa.cs:4"),
                new(1, "waits for B (Lock, held by worker-2)", "B", [2], "Spa.cs:6"),
                new(2, "waits for A (Lock, held by worker-1)", "A", [1], "Spa.cs:9"),
            ],
            Token = "DeadlockRLock.2-workers.AQ",
        };

    /// <summary>A report with this text in the place of every text that a stranger can have a say in.</summary>
    public static Report Hostile(string attack) =>
        new()
        {
            Katas =
            [
                new KataReport
                {
                    Kata = "SemaphoreRooms",
                    Title = attack,
                    Submission = attack,
                    Folder = attack,
                    Status = KataStatus.CouldNotGrade,
                    Reason = attack,
                    Isolation = attack,
                    Diagnostics = [new(attack, 3, 4, attack, attack)],
                    Explorations = [new(attack, 1, 1, 1, true, $"PROVED ({attack}; {attack})")],
                    Claims =
                    [
                        Claim("First", ClaimStatus.Failed, 1) with
                        {
                            Claim = attack,
                            Evidence = Evil(attack),
                        },
                        Claim("Second", ClaimStatus.NotShown, 1) with
                        {
                            Claim = attack,
                            Reason = attack,
                        },
                        Claim("Third", ClaimStatus.Passed, 1) with
                        {
                            Claim = attack,
                            Verdict = attack,
                        },
                        Claim("Fourth", ClaimStatus.CouldNotGrade, 1) with
                        {
                            Claim = attack,
                            Reason = attack,
                        },
                    ],
                },
            ],
        };

    private static Evidence Evil(string attack) =>
        new()
        {
            Sentence = attack,
            Pattern = attack,
            Diagnosis = attack,
            Trace = attack,
            WaitForGraph = attack,
            Steps = [new(0, attack, attack, attack, true), new(1, attack, attack, attack, false, 77)],
            Actors = [new(attack, 0, null), new(attack, 0, 1)],
            Waits = [new(0, attack, attack, [1, 99, -1], attack), new(1, attack, attack, [0], attack)],
            Code = [new(attack, 3, attack), new(attack, 9, attack)],
            Token = attack,
            File = attack,
            Line = 3,
            Output = attack,
        };

    /// <summary>A run of so many steps that it fills kilobytes.</summary>
    public static KataReport Large(int number, int letters) =>
        Kata($"Kata{number}", KataStatus.Failed) with
        {
            Claims =
            [
                Claim("It_holds", ClaimStatus.Failed, 2) with
                {
                    Evidence = Crowded with { Trace = new string('x', letters), Sentence = new string('y', 600) },
                },
            ],
        };

    public static ClaimReport Claim(string test, ClaimStatus status, int points) =>
        new()
        {
            Test = test,
            Claim = test.Replace('_', ' '),
            Status = status,
            Points = status == ClaimStatus.Passed ? points : 0,
            MaxPoints = points,
        };

    private static KataReport Kata(string name, KataStatus status) =>
        new()
        {
            Kata = name,
            Title = $"The title of {name}",
            Submission = "handed-in",
            Folder = name,
            Status = status,
            Isolation = "limited processes",
        };
}
