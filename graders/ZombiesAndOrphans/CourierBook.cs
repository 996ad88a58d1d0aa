using System.Globalization;

namespace ConcurrencyKatas.Graders.ZombiesAndOrphans;

/// <summary>Reads the courier's marks (<c>belongs to process 1</c>, <c>has the answer 1004</c>) and what Open returned.</summary>
internal static class CourierBook
{
    private const string Belongs = "belongs to process ";
    private const int Adopter = 1;
    private const string Answers = "has the answer ";

    /// <summary>A courier who was not sent by the branch, or had not been adopted when it had the answer.</summary>
    public static Violation? NotAnOrphan(KataRun run)
    {
        var day = new Roster(run);
        if (run.Marks.Where(HallBook.IsOnTheRoad).ToList() is not [var sent])
        {
            return new Violation("one courier was to be sent, and it was another number.");
        }
        var courier = run.Run.Steps[sent.Step].Actor;
        if (day.ActorOf(HallBook.Branch) is null)
        {
            return new Violation(
                courier == 0
                    ? "main rides to the capital itself."
                    : "the courier was sent by main, and not by a branch.",
                sent.Step
            );
        }
        var belongs = run.Marks.First(mark => mark.What.StartsWith(Belongs));
        return Number(belongs, Belongs) != Adopter
            ? new Violation(
                "the branch was signed off, and the courier still belongs to it: it had not ended.",
                belongs.Step
            )
            : null;
    }

    /// <summary>An answer that did not come to main.</summary>
    public static Violation? NoAnswer(KataRun run)
    {
        var has = run.Marks.FirstOrDefault(mark => mark.What.StartsWith(Answers));
        return has is null ? new Violation("the courier never had an answer.")
            : run.Returned is int answer && answer == Number(has, Answers) ? null
            : new Violation($"the courier {has.What}, and Open returned {run.Returned}.", run.MainReturnedAt);
    }

    /// <summary>The same for real, where the system adopts the courier.</summary>
    public static Violation? NotAdopted(RealRun real)
    {
        var belongs = real.Marks.FirstOrDefault(mark => mark.What.StartsWith(Belongs));
        var has = real.Marks.FirstOrDefault(mark => mark.What.StartsWith(Answers));
        if (belongs is null || has is null)
        {
            return new Violation("the courier never came to the capital.");
        }
        var courier = real.Processes.First(process => process.Name == belongs.Actor);
        var parent = Number(belongs, Belongs);
        if (courier.ParentPid == real.Main.Pid || parent == courier.ParentPid || parent == real.Main.Pid)
        {
            return new Violation(
                $"{courier.Name} (process {courier.Pid}) was started by process {courier.ParentPid} and belonged to process "
                    + $"{parent} when it had the answer; main is process {real.Main.Pid}. Nobody had adopted it."
            );
        }
        if (!Equals(real.Returned, Number(has, Answers)))
        {
            return new Violation($"for real {courier.Name} {has.What}, and Open returned {real.Returned}.");
        }
        // Who is adopted may still be on the way out when main has ended.
        return real.Leftovers.Any(pid => pid != courier.Pid)
            ? new Violation($"{real.Leftovers.Count} processes were still there when main had ended.")
            : null;
    }

    private static int Number(MarkEvent mark, string before) =>
        int.Parse(mark.What.AsSpan(before.Length), CultureInfo.InvariantCulture);
}
