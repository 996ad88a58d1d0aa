namespace ConcurrencyKatas.Cli.Tests.Publishing;

/// <summary>What GitHub's runner would take a line of a log for.</summary>
internal sealed record RunnerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data)
{
    /// <summary>The commands in a log, by both of the runner's notations: <c>::name k=v::data</c> and <c>##[name]</c>.</summary>
    public static IReadOnlyList<RunnerCommand> In(string log) =>
        [.. log.Split((char[])['\n', '\r', '\u2028', '\u2029']).Select(Read).OfType<RunnerCommand>()];

    /// <summary>Those of them that the runner obeys: none between <c>::stop-commands::word</c> and <c>::word::</c>.</summary>
    public static IReadOnlyList<RunnerCommand> Obeyed(string log)
    {
        List<RunnerCommand> obeyed = [];
        string? word = null;
        foreach (var command in In(log))
        {
            if (word is null)
            {
                obeyed.Add(command);
                word = command.Name == "stop-commands" ? command.Data : null;
            }
            else if (command.Name == word)
            {
                word = null;
            }
        }
        return obeyed;
    }

    private static RunnerCommand? Read(string line)
    {
        var text = line.TrimStart();
        if (
            text.StartsWith("::", StringComparison.Ordinal)
            && text.IndexOf("::", 2, StringComparison.Ordinal) is > 0 and var end
        )
        {
            var head = text[2..end].Split(' ', 2);
            var properties = (head.Length > 1 ? head[1] : "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Where(p => p.Length == 2)
                .ToDictionary(p => p[0], p => Plain(Plain(p[1], "%3A", ":"), "%2C", ","));
            return new RunnerCommand(
                head[0],
                properties.ToDictionary(p => p.Key, p => Unescaped(p.Value)),
                Unescaped(text[(end + 2)..])
            );
        }
        return text.IndexOf("##[", StringComparison.Ordinal) is >= 0 and var old
            ? new RunnerCommand(text[(old + 3)..], new Dictionary<string, string>(), "")
            : null;
    }

    private static string Unescaped(string text) => Plain(Plain(Plain(text, "%0D", "\r"), "%0A", "\n"), "%25", "%");

    private static string Plain(string text, string from, string to) =>
        text.Replace(from, to, StringComparison.Ordinal);
}
