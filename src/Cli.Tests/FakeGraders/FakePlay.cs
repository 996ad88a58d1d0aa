using System.Text.Json;
using ConcurrencyKatas.Grading;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.FakeGraders;

/// <summary>
/// A program to play in which guest-1 and guest-2 each enter a room, which is one too many, and after four moves it is over, or, alone, at once.
/// What else becomes of it stands in the comment <c>// fake: …</c> of the submission.
/// </summary>
internal sealed class FakePlay(Job job)
{
    private const string Rooms = "Never more guests than rooms";
    private const string Deadlocks = "Never deadlocks";
    private const int Moves = 4;

    private readonly List<int> _moves = [];
    private bool _isAlone;

    public int Run(TextReader input)
    {
        var (kata, submission) = (job.Katas[0], job.Submissions[0]);
        var folder = Path.Combine(submission.Path, kata);
        var source = File.ReadAllText(Path.Combine(Directory.Exists(folder) ? folder : submission.Path, "Spa.cs"));
        if (source.Contains("// fake: crash", StringComparison.Ordinal))
        {
            Console.Error.WriteLine("Something went badly wrong on line 42.");
            return 77;
        }
        if (source.Contains("// fake: does not compile", StringComparison.Ordinal))
        {
            var report = FakeReports.Of(kata, submission, "does not compile", replay: false);
            ReportJson.Write(FakeGrading.ReportPath(job, submission.Label, kata), report);
            return 0;
        }
        if (source.Contains("// fake: garbles", StringComparison.Ordinal))
        {
            File.AppendAllText(Path.Combine(job.Results!, PlayMessage.FileName), "{ \"Opening\": 7 }\n");
            _ = input.ReadLine();
            return 0;
        }
        _isAlone = source.Contains("// fake: alone", StringComparison.Ordinal);
        var isKnown = job.Play!.Size is null or "3 guests";
        Say(
            new PlayMessage
            {
                Opening = new PlayOpening
                {
                    Size = isKnown ? "3 guests, 2 rooms" : null,
                    Sizes = ["3 guests, 2 rooms", "6 guests, 4 rooms"],
                    IsUntouched =
                        submission.GradeUntouched && source.Contains("// fake: stub", StringComparison.Ordinal),
                    Unplayable = ["Each guest is a process of its own"],
                },
            }
        );
        if (isKnown)
        {
            Play(input, dies: source.Contains("// fake: dies", StringComparison.Ordinal));
        }
        return 0;
    }

    private void Play(TextReader input, bool dies)
    {
        string? remark = null;
        while (true)
        {
            Say(new PlayMessage { Position = Position(remark) });
            remark = null;
            // At the end of the input nobody plays any more.
            if (input.ReadLine() is not { } line || PlayCommand.Parse(line) is not { Deed: not PlayDeed.Quit } command)
            {
                return;
            }
            if (dies)
            {
                Console.Error.WriteLine("A worker stepped on a mine.");
                Environment.Exit(78);
            }
            switch (command.Deed)
            {
                case PlayDeed.Move when command.Actor is 1 or 2 && _moves.Count < Moves:
                    _moves.Add(command.Actor);
                    break;
                case PlayDeed.Finish:
                    _moves.AddRange(Enumerable.Repeat(1, Moves - _moves.Count));
                    break;
                case PlayDeed.Undo when _moves.Count > 0:
                    _moves.RemoveAt(_moves.Count - 1);
                    break;
                case PlayDeed.Restart:
                    _moves.Clear();
                    break;
                default:
                    remark = $"No: {command}.";
                    break;
            }
        }
    }

    private PlayPosition Position(string? remark)
    {
        var isOver = _isAlone || _moves.Count == Moves;
        var broken = _isAlone || (_moves.Contains(1) && _moves.Contains(2)) ? "2 guests are in 1 room." : null;
        return new PlayPosition
        {
            Steps = _moves.Count,
            Choices = _moves.Count,
            Ending = isOver ? "The run came to its end." : null,
            Trace = string.Concat(_moves.Select((actor, step) => $"{step, 3}  guest-{actor} enters\n")),
            Actors = isOver
                ? []
                :
                [
                    new PlayActor(0, "main", "waits in Join for guest-1", false, "Spa.cs:9", "visit.Join();"),
                    new PlayActor(1, "guest-1", "spa: guest 1 enters", true, "Spa.cs:20", "Stay.Enjoy(guest);"),
                    new PlayActor(2, "guest-2", "spa: guest 2 enters", true, null, null),
                    new PlayActor(11, "guest-11", "acquires [rooms]", true, null, null),
                ],
            Objects =
            [
                new PlayObject("rooms", "Semaphore", "0 of 1 free, taken by guest-1"),
                new("spa", "marks", "guest 1 enters"),
            ],
            Goals = [new PlayGoal(Deadlocks, null), new PlayGoal(Rooms, broken)],
            Evidence = broken is null
                ? null
                : new Evidence
                {
                    Sentence = broken,
                    Pattern = "check-then-act",
                    Diagnosis = "guest-2 looked before guest-1 had entered.",
                    Trace = "not drawn twice",
                    Token = $"{job.Katas[0]}.3-guests-2-rooms.AQAA",
                },
            Remark = remark,
        };
    }

    private void Say(PlayMessage message) =>
        File.AppendAllText(
            Path.Combine(job.Results!, PlayMessage.FileName),
            JsonSerializer.Serialize(message, GradingJson.Line.PlayMessage) + "\n"
        );
}
