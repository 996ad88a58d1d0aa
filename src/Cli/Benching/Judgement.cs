using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Benching;

/// <summary>What one grading says of a program, to be compared with what others say of it.</summary>
internal sealed class Judgement
{
    private readonly string _status;
    private readonly (string Test, ClaimStatus Status, string? Token)[] _claims;

    /// <summary>That of a report.</summary>
    public Judgement(KataReport report)
    {
        _status = report.Status.ToString();
        _claims = [.. report.Claims.Select(claim => (claim.Test, claim.Status, claim.Evidence?.Token))];
    }

    /// <summary>
    /// Claims that a run for real has broken, which no token can repeat, in a program that a schedule shows to be wrong. Its
    /// mistake shows for real when the system happens to run its processes so.
    /// </summary>
    public IEnumerable<string> LeftToTheSystem =>
        _claims.Any(claim => claim.Token is not null)
            ? _claims
                .Where(claim => claim.Status == ClaimStatus.Failed && claim.Token is null)
                .Select(claim => claim.Test)
            : [];

    /// <summary>All of it in a line, with the failing runs themselves: a token holds every choice.</summary>
    /// <param name="claims">The claims that are passed over.</param>
    public string Without(IReadOnlySet<string> claims) =>
        string.Join(
            "; ",
            [
                _status,
                .. _claims
                    .Where(claim => !claims.Contains(claim.Test))
                    .Select(claim => $"{claim.Test}: {claim.Status} {claim.Token}".TrimEnd()),
            ]
        );
}
