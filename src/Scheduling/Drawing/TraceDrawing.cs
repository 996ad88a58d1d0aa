using System.Globalization;
using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Draws a run as text: time goes down, one column for each actor, a bar where an actor lives, and the place in the
/// submission at the right. When columns would be too narrow to read, every line names its actor instead.
/// </summary>
public static class TraceDrawing
{
    private const int IndexWidth = 5;
    private const int NarrowestColumn = 14;
    private const int ShortestHead = 5;
    private const char Faulty = '◄';

    /// <summary>The drawing, lines ended by a line feed.</summary>
    public static string Draw(Run run, DrawingOptions? options = null)
    {
        options ??= DrawingOptions.Default;
        var lines = TraceLines.Of(run, options);
        var sources = Math.Max(0, lines.Max(line => line.Source?.Length + 2) ?? 0);
        var room = options.Width - IndexWidth - sources - 2;
        return room / run.Actors.Count >= NarrowestColumn
            ? DrawColumns(run, lines, ColumnWidths.Of(run, lines, room))
            : DrawList(run, lines, room);
    }

    private static string DrawColumns(Run run, IReadOnlyList<TraceLine> lines, int[] columns)
    {
        var text = new StringBuilder();
        var head = string.Concat(run.Actors.Select(actor => Fit(actor.Name, columns[actor.Number])));
        text.Append(' ', IndexWidth).Append(head.TrimEnd()).Append('\n');
        var alive = new bool[run.Actors.Count];
        alive[0] = true;
        foreach (var line in lines)
        {
            if (line.Actor < 0)
            {
                text.Append(' ', IndexWidth).Append(line.What).Append('\n');
            }
            else
            {
                var cells = run.Actors.Select(actor =>
                    Fit(
                        actor.Number == line.Actor ? line.What
                            : alive[actor.Number] ? "│"
                            : "",
                        columns[actor.Number]
                    )
                );
                Finish(text, line, string.Concat(cells), columns.Sum());
            }
            foreach (var (actor, lives) in line.Changes)
            {
                alive[actor] = lives;
            }
        }
        return text.ToString();
    }

    private static string DrawList(Run run, IReadOnlyList<TraceLine> lines, int room)
    {
        var text = new StringBuilder();
        var names = run.Actors.Max(actor => actor.Name.Length) + 2;
        foreach (var line in lines)
        {
            if (line.Actor < 0)
            {
                text.Append(' ', IndexWidth).Append(line.What).Append('\n');
                continue;
            }
            var name = run.Actors[line.Actor].Name.PadRight(names);
            Finish(text, line, name + Fit(line.What, Math.Max(room - names, NarrowestColumn)), room);
        }
        return text.ToString();
    }

    private static void Finish(StringBuilder text, TraceLine line, string body, int width)
    {
        var index = line.Index < 0 ? "" : line.Index.ToString(CultureInfo.InvariantCulture);
        var row = $"{index, IndexWidth - 2}  {body.PadRight(width)}{line.Source}".TrimEnd();
        text.Append(row).Append(line.IsFaulty ? $" {Faulty}" : "").Append('\n');
    }

    // Two letters between columns at least. Of a call what it brought or wrote is worth more than its name.
    private static string Fit(string what, int column)
    {
        var room = column - 2;
        if (what.Length <= room)
        {
            return what.PadRight(column);
        }
        var result = Math.Max(
            what.LastIndexOf(" → ", StringComparison.Ordinal),
            what.LastIndexOf(" = ", StringComparison.Ordinal)
        );
        var tail = result > 0 && what.Length - result < room - ShortestHead ? what[result..] : "";
        return $"{what[..(room - 1 - tail.Length)]}…{tail}".PadRight(column);
    }
}
