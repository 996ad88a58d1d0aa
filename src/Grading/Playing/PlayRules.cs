using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>
/// The claims of a kata, collected instead of judged: which single runs would break them. What claims ask for here keeps what
/// it is told.
/// </summary>
public sealed class PlayRules
{
    private readonly List<string> _claims = [];
    private readonly List<PlayRule> _rules = [];

    /// <summary>The claims, as sentences, in the order in which they were collected.</summary>
    public IReadOnlyList<string> Claims => _claims;

    /// <summary>Collects what one claim asks for.</summary>
    /// <param name="claim">The claim, as a sentence.</param>
    /// <param name="body">States it.</param>
    public void Collect(string claim, Action body)
    {
        _claims.Add(claim);
        body();
    }

    /// <summary>Keeps what is claimed of all runs of these sizes.</summary>
    public IClaimSubject AllRuns(ReadOnlySpan<Size> sizes) => new Collected(this, [.. sizes]);

    /// <summary>Keeps nothing: what happens for real nobody can choose.</summary>
    public IRealSubject ForReal() => new Nothing();

    /// <summary>What can be broken by a run of a size.</summary>
    public IReadOnlyList<PlayRule> Of(Size size) => [.. _rules.Where(rule => rule.Sizes.Contains(size))];

    private void Add(IReadOnlyList<Size> sizes, Func<KataRun, Violation?> violation) =>
        _rules.Add(new PlayRule(_claims[^1], sizes, violation));

    private sealed class Collected(PlayRules rules, IReadOnlyList<Size> sizes) : IClaimSubject
    {
        public void NeverDeadlocks(Size? thenForReal = null) => rules.Add(sizes, Obstacles.Explain);

        public void Never(Func<KataRun, Violation?> violation) => rules.Add(sizes, violation);

        public void AtTheEnd(Func<KataRun, Violation?> violation) =>
            rules.Add(sizes, run => run.Run.Ending == Scheduling.Ending.Completed ? violation(run) : null);
    }

    private sealed class Nothing : IRealSubject
    {
        public void Must(Func<RealRun, Violation?> violation) { }
    }
}
