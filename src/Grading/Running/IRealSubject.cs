using ConcurrencyKatas.Grading.Claims;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>What a claim about a run for real is made of.</summary>
public interface IRealSubject
{
    /// <summary>The run has no such violation.</summary>
    /// <param name="violation">Says what is wrong with it; null when nothing is.</param>
    void Must(Func<RealRun, Violation?> violation);
}
