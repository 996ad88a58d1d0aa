using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>Something that a single run can break.</summary>
/// <param name="Claim">The claim that it is a part of, as a sentence.</param>
/// <param name="Sizes">The sizes of which it is claimed.</param>
/// <param name="Violation">Says how a run breaks it; null while it does not.</param>
public sealed record PlayRule(string Claim, IReadOnlyList<Size> Sizes, Func<KataRun, Violation?> Violation);
