using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>The failing runs of the last grading, to be replayed one after another.</summary>
internal sealed class WatchReplays
{
    private readonly Kata? _kata;
    private readonly IReadOnlyList<string> _tokens;
    private int _next;

    private WatchReplays(Kata? kata, IReadOnlyList<string> tokens) => (_kata, _tokens) = (kata, tokens);

    /// <summary>Nothing has failed.</summary>
    public static WatchReplays None { get; } = new(null, []);

    /// <summary>Those of a grading; several claims may have broken in one run.</summary>
    public static WatchReplays Of(Kata kata, GradingResult result) =>
        new(
            kata,
            [
                .. result
                    .Katas.SelectMany(k => k.Report.Claims)
                    .Select(c => c.Evidence?.Token)
                    .OfType<string>()
                    .Distinct(),
            ]
        );

    /// <summary>The next of them, and after the last the first again; null without any.</summary>
    public (Kata Kata, string Token)? Next() =>
        _kata is null || _tokens.Count == 0 ? null : (_kata, _tokens[_next++ % _tokens.Count]);
}
