using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>What a claim about all runs is made of.</summary>
public interface IClaimSubject
{
    /// <summary>No run gets stuck: none deadlocks, loops without end, or dies.</summary>
    /// <param name="thenForReal">
    /// The size that a later claim looks at in real processes: now that nothing gets stuck, it may run beside the other claims.
    /// </param>
    void NeverDeadlocks(Size? thenForReal = null);

    /// <summary>No run, whether or not it came to its end, has this violation; nor has the beginning of one.</summary>
    /// <param name="violation">Says what is wrong with a run; null when nothing is.</param>
    void Never(Func<KataRun, Violation?> violation);

    /// <summary>No run that came to its end has this violation.</summary>
    /// <param name="violation">Says what is wrong with a run; null when nothing is.</param>
    void AtTheEnd(Func<KataRun, Violation?> violation);
}
