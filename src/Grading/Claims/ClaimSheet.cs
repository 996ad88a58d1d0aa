using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>What became of the claims about one kata of one submission, in the order in which they were tried.</summary>
internal sealed class ClaimSheet
{
    private readonly List<ClaimReport> _claims = [];
    private readonly Dictionary<string, List<string>> _verdicts = [];

    /// <summary>The claims so far.</summary>
    public IReadOnlyList<ClaimReport> Claims => _claims;

    /// <summary>Whether one has failed.</summary>
    public bool HasFailed => _claims.Exists(c => c.Status == ClaimStatus.Failed);

    /// <summary>Whether this test has failed.</summary>
    public bool HasFailedIn(string test) => _claims.Exists(c => c.Test == test && c.Status == ClaimStatus.Failed);

    /// <summary>What they say together of a submission that can be run.</summary>
    public KataStatus Status =>
        _claims.Exists(c => c.Status == ClaimStatus.CouldNotGrade) ? KataStatus.CouldNotGrade
        : _claims.TrueForAll(c => c.Status == ClaimStatus.Passed) ? KataStatus.Passed
        : KataStatus.Failed;

    /// <summary>Adds an outcome. One test may check several things; the first that fails is the test's outcome.</summary>
    /// <param name="claim">The outcome; its verdict is made here.</param>
    /// <param name="verdict">The parts of its verdict. Several checks of one test may say the same of a size: it is said once.</param>
    public void Add(ClaimReport claim, IReadOnlyList<string> verdict)
    {
        int earlier = _claims.FindIndex(c => c.Test == claim.Test);
        if (earlier < 0)
        {
            _claims.Add(claim with { Verdict = Together(claim.Test, verdict) });
        }
        else if (_claims[earlier].Status == ClaimStatus.Passed)
        {
            _claims[earlier] =
                claim.Status == ClaimStatus.Passed ? claim with { Verdict = Together(claim.Test, verdict) } : claim;
        }
    }

    private string? Together(string test, IReadOnlyList<string> verdict)
    {
        if (!_verdicts.TryGetValue(test, out List<string>? said))
        {
            _verdicts.Add(test, said = []);
        }
        said.AddRange(verdict.Except(said));
        return said.Count == 0 ? null : string.Join("; ", said);
    }
}
