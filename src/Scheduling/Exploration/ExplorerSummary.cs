using System.Globalization;

namespace ConcurrencyKatas.Scheduling;

/// <summary>How one configuration was explored.</summary>
/// <param name="Schedules">Runs of the portfolio, profile runs included.</param>
/// <param name="Distinct">Different interleavings among them.</param>
/// <param name="ProofRuns">Runs of the proof; 0 when none was tried.</param>
/// <param name="Classes">Different interleavings that the proof saw.</param>
/// <param name="Proved">Whether the proof covered every interleaving of this size.</param>
/// <param name="Obstacle">Why the proof can never be complete, in a sentence; null when nothing but its budget stops it.</param>
public sealed record ExplorerSummary(
    int Schedules,
    int Distinct,
    int ProofRuns,
    int Classes,
    bool Proved,
    string? Obstacle
)
{
    /// <summary>
    /// Whether a process had a second actor. What two actors of a process do to its memory from one point to the next is
    /// one step: a proof tries every order of these steps and does not look inside them, and the verdict says so.
    /// </summary>
    public bool SharesMemory { get; init; }

    /// <summary>The name of the process that was killed at each of its points; null when nobody was.</summary>
    public string? Victim { get; init; }

    /// <summary>How many runs the whole proof may take; a guess while it is under way, 0 without a proof.</summary>
    public int ProofEstimate { get; init; }

    /// <summary>Runs of the bounded search; 0 when there was none, as the proof fitted its budget or met an obstacle.</summary>
    public int BoundedRuns { get; init; }

    /// <summary>
    /// The largest number of preemptions such that every schedule with as many or fewer is covered; null when none is known.
    /// </summary>
    public int? Bound { get; init; }

    /// <summary>How many runs of the bounded search it took to know <see cref="Bound"/>.</summary>
    public int RunsOfBound { get; init; }

    /// <summary>
    /// Whether somebody polled. Who does is not tried more often in vain than it takes to know that it polls, so how it goes on
    /// after more tries than that is not covered, and the verdict says so.
    /// </summary>
    public bool HasPoll { get; init; }

    /// <summary>
    /// The verdict line for people: <c>PROVED (254 classes; …)</c>, <c>BOUNDED (every schedule with at most 1 preemption,
    /// 240 runs; …)</c> or <c>SAMPLED (200 schedules, 143 distinct)</c>.
    /// </summary>
    public string Verdict =>
        Proved ? Say($"PROVED ({Classes} {Of(Classes, "class", "classes")}{Crashed}; {Assumed})")
        : Bound is { } bound
            ? Say(
                $"BOUNDED (every schedule {Within(bound)}, {RunsOfBound} {Of(RunsOfBound, "run", "runs")}{Crashed}; {Assumed})"
            )
        : ProofRuns > 0 ? Say($"SAMPLED ({Sampled}; proof stopped after {ProofRuns} {Of(ProofRuns, "run", "runs")})")
        : Say($"SAMPLED ({Sampled})");

    /// <inheritdoc/>
    public override string ToString() => Verdict;

    private string Assumed =>
        $"this size, {(Victim is null ? "no crash injected, " : "")}time-outs only when idle"
        + (SharesMemory ? ", threads of one process take turns at points only" : "")
        + (HasPoll ? Say($", who has asked {VainLooks.Enough} times in vain waits for a change") : "");

    private string Crashed => Victim is null ? "" : $", {Victim} killed anywhere or nowhere";

    private static string Within(int preemptions) =>
        preemptions == 0
            ? "without a preemption"
            : Say($"with at most {preemptions} {Of(preemptions, "preemption", "preemptions")}");

    private string Sampled => Say($"{Schedules} {Of(Schedules, "schedule", "schedules")}, {Distinct} distinct");

    private static string Of(int count, string one, string many) => count == 1 ? one : many;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
