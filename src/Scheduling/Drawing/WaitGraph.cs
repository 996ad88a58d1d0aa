namespace ConcurrencyKatas.Scheduling;

/// <summary>The wait-for graph of a run as text, one line for each actor that waits.</summary>
public static class WaitGraph
{
    /// <summary>Lines like <c>worker-1 waits for B (RLock, held by worker-2) at Workshop.cs:31</c>; empty when nobody waits.</summary>
    public static IReadOnlyList<string> Lines(Run run)
    {
        var words = new Words(run);
        return
        [
            .. run.Waits.Select(wait =>
                $"{words.Actor(wait.Actor)} {words.Waits(wait)}{(wait.Source is { } source ? $" at {source}" : "")}"
            ),
        ];
    }

    /// <summary>The lines, ended by line feeds.</summary>
    public static string Draw(Run run) => string.Concat(Lines(run).Select(line => line + "\n"));
}
