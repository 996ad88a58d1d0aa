using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>What the CLI must know of a replay token: which kata it is of.</summary>
internal static class ReplayTokens
{
    /// <summary>The kata of a token.</summary>
    /// <exception cref="UserError">It is no token, or of no kata of the course.</exception>
    public static Kata KataOf(string token, Catalogue catalogue)
    {
        return ReplayToken.TryParse(token, out var parsed, out var problem)
            ? catalogue.Find(parsed.Kata)
            : throw new UserError($"TOKEN: {problem}");
    }
}
