using System.Text;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Writes <c>docs/rules.md</c> from the tables.</summary>
internal static class RulesDocument
{
    // The longer ones first.
    private static readonly string[] s_spaces =
    [
        "System.Runtime.CompilerServices",
        "System.Diagnostics",
        "System.Numerics",
        "System.Threading",
        "System.Linq",
        "System.Text",
        "System.IO",
        "System",
    ];

    /// <summary>The whole document.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # What a kata may use

            The graders decide when each process takes a lock, prints, sleeps or ends, and show a failing order again as often as
            you like. That works only for code that they can see through, so the compiler of the katas has a list of what may be
            used in the files that you edit. Whatever is not on the list is refused, with the line, the reason and what to use
            instead; the kata is then said to *break the rules*. A kata may allow more: see `allows` in its `kata.json`.

            A test compares this file with the compiler's tables.

            ## What is always fine

            The C# language, but for the constructs below, whatever you declare yourself, and the kata's `Given` classes. From the
            libraries (a namespace brings its types, a type its members):


            """
        );
        foreach (string row in Rows())
        {
            text.Append($"- {row}\n");
        }
        text.Append(
            """

            Sleeps, clocks (`DateTime.Now`, `Stopwatch`, `Environment.TickCount`…) and the console go through the graders: in a
            controlled run time is virtual, a second passes in no time, and the order of two sleeps means nothing. Where a kata
            allows `lock`, for the callbacks of a pool, that goes through the graders as well.

            ## What is refused by name

            The longest name that fits decides; `new` is a constructor.

            | id | what | why | instead |
            |---|---|---|---|

            """
        );
        foreach (var rule in Rules.All)
        {
            string patterns = string.Join(", ", rule.Patterns.Select(pattern => $"`{pattern}`"));
            text.Append($"| {rule.Id} | {patterns} | {Sentence(rule.Reason)} | {Escape(rule.Instead)} |\n");
        }
        text.Append(
            $"""

            ## Other ids

            | id | what |
            |---|---|
            | KATA00 | A file of the kata is missing, too large or a link, or the compiler could not cope with it. |
            | KATA01 | The method that the graders call is missing or declared differently. |
            | {Rules.NotListed.Id} | {Sentence(Rules.NotListed.Reason)} {Escape(Rules.NotListed.Instead)} |
            | {Rules.FoundInIL.Id} | {Sentence(Rules.FoundInIL.Reason)} {Escape(Rules.FoundInIL.Instead)} |

            """
        );
        return text.ToString();
    }

    // System.Math and System.Console.Write become "System: Math, Console.Write".
    private static IEnumerable<string> Rows()
    {
        foreach (string space in Allowed.Namespaces)
        {
            yield return $"`{space}`: everything that is not refused below";
        }
        foreach (var group in Allowed.Names.GroupBy(SpaceOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var names = group
                .Select(name => name[(group.Key.Length + 1)..])
                .Order(StringComparer.Ordinal)
                .Select(name => $"`{name}`");
            yield return $"`{group.Key}`: {string.Join(", ", names)}";
        }
    }

    private static string SpaceOf(string name) =>
        s_spaces.First(space => name.StartsWith($"{space}.", StringComparison.Ordinal));

    private static string Sentence(string reason) => $"{char.ToUpperInvariant(reason[0])}{Escape(reason[1..])}.";

    private static string Escape(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
