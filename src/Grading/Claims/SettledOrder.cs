using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// Examines a claim instead of a submission: whether it judges by nothing but what a proof keeps. A proof makes one run of
/// each interleaving, and leaves open in which order marks of different objects come.
/// </summary>
internal static class SettledOrder
{
    /// <summary>Judges another order of the same interleaving, which must come out as the run did.</summary>
    /// <exception cref="CouldNotGradeException">It does not: the claim needs an order that no proof settles.</exception>
    public static void Require(KataRun run, Size size, Func<KataRun, Violation?> violation)
    {
        Violation? found = violation(run);
        var other = new KataRun(Reordering.Of(run.Run, seed: (ulong)run.Run.Steps.Count), size);
        Violation? again = violation(other);
        if (found is null == again is null)
        {
            return;
        }
        throw new CouldNotGradeException(
            $"The claim finds \"{(found ?? again)!.Sentence}\" in one order of an interleaving of {size.Name} and not in another order of the "
                + "same interleaving, so no proof can decide it. Marks of different objects have no order: let the claim compare "
                + "marks of one object, or let Given record them on one."
        );
    }
}
