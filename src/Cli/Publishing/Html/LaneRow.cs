using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>One row of a drawn run: a step, an actor that waits at the end, or a remark across all lanes.</summary>
internal sealed record LaneRow
{
    private const int MostRows = 400;

    /// <summary>The step's number; null for what is no step.</summary>
    public int? Index { get; init; }

    /// <summary>Whose row it is.</summary>
    public int Lane { get; init; }

    /// <summary>The lane of the row above.</summary>
    public int Before { get; init; }

    public string What { get; init; } = "";

    public string? Source { get; init; }

    public bool IsFaulty { get; init; }

    public bool IsMinor { get; init; }

    public bool Waits { get; init; }

    /// <summary>Words across all lanes instead of a step.</summary>
    public string? Remark { get; init; }

    /// <summary>Lanes that go through this row, with those that begin or end in it.</summary>
    private IReadOnlyDictionary<int, string> Alive { get; init; } = new Dictionary<int, string>();

    /// <summary>The row's classes for the style.</summary>
    public string Classes =>
        $"{(Waits ? "wait" : "step")}{(IsSwitch ? " switch" : "")}{(IsFaulty ? " faulty" : "")}{(IsMinor ? " minor" : "")}";

    // Those who wait at the end do nothing one after another: no switch.
    private bool IsSwitch => !Waits && Lane != Before;

    /// <summary>The rows of a run. A very long one leaves out its middle, but never the step at fault.</summary>
    public static IReadOnlyList<LaneRow> Of(Evidence evidence, IReadOnlyList<EvidenceActor> actors)
    {
        var named = evidence.Actors.Count > 0;
        var lanes = named ? null : actors.Select((a, i) => (a.Name, i)).ToDictionary(p => p.Name, p => p.i);
        List<LaneRow> rows = [];
        var before = -1;
        foreach (var step in evidence.Steps)
        {
            var lane = lanes is null ? Math.Clamp(step.Lane, 0, actors.Count - 1) : lanes[step.Actor];
            rows.Add(
                new LaneRow
                {
                    Index = step.Index,
                    Lane = lane,
                    Before = before < 0 ? lane : before,
                    What = step.What,
                    Source = step.Source,
                    IsFaulty = step.Faulty,
                    IsMinor = step.Minor,
                    Alive = AliveAt(step.Index, actors),
                }
            );
            before = lane;
        }
        var waits = evidence.Waits.Where(w => w.Lane >= 0 && w.Lane < actors.Count);
        return [.. Cut(rows), .. waits.Select(w => Waiting(w, actors))];
    }

    /// <summary>The classes of one lane's cell: whether its line passes, whether its dot is here, whether a switch crosses it.</summary>
    public string MarksOf(int lane)
    {
        var marks = Alive.GetValueOrDefault(lane, "") + (lane == Lane ? " on" : "");
        if (!IsSwitch)
        {
            return marks;
        }
        var (first, last) = (Math.Min(Lane, Before), Math.Max(Lane, Before));
        return lane == last ? marks + " cross-end"
            : lane > first && lane < last ? marks + " cross"
            : lane == first ? marks + " cross-begin"
            : marks;
    }

    private static LaneRow Waiting(EvidenceWait wait, IReadOnlyList<EvidenceActor> actors) =>
        new()
        {
            Lane = wait.Lane,
            What = wait.What,
            Source = wait.Source,
            Waits = true,
            Alive = actors.Select((a, i) => (a, i)).Where(p => p.a.To is null).ToDictionary(p => p.i, _ => " alive"),
        };

    private static Dictionary<int, string> AliveAt(int index, IReadOnlyList<EvidenceActor> actors) =>
        actors
            .Select((a, i) => (a, i))
            .Where(p => index >= p.a.From && (p.a.To is null || index <= p.a.To))
            .ToDictionary(
                p => p.i,
                p =>
                    index == p.a.From ? " alive first"
                    : index == p.a.To ? " alive last"
                    : " alive"
            );

    private static List<LaneRow> Cut(List<LaneRow> rows)
    {
        if (rows.Count <= MostRows)
        {
            return rows;
        }
        var head = MostRows / 4;
        var faulty = rows.FindIndex(r => r.IsFaulty);
        var from = rows.Count - (MostRows - head);
        if (faulty >= 0 && faulty < from)
        {
            from = Math.Max(head, faulty - MostRows / 2);
        }
        var to = Math.Min(rows.Count, from + MostRows - head);
        return [.. rows[..head], .. LeftOut(from - head), .. rows[from..to], .. LeftOut(rows.Count - to)];
    }

    private static LaneRow[] LeftOut(int steps) =>
        steps > 0 ? [new LaneRow { Remark = $"⋯ {steps} steps left out; report.json has them" }] : [];
}
