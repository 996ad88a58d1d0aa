using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Compares two runs of one schedule.</summary>
internal static class Divergence
{
    /// <summary>The first difference in words; null when they agree in every operation and in the ending.</summary>
    public static string? Between(Run first, Run second)
    {
        int common = Math.Min(first.Steps.Count, second.Steps.Count);
        for (int i = 0; i < common; i++)
        {
            Step a = first.Steps[i];
            Step b = second.Steps[i];
            if (
                a.Actor != b.Actor
                || a.Operation.Kind != b.Operation.Kind
                || a.Object != b.Object
                || a.Decision != b.Decision
                || a.Operation.Text != b.Operation.Text
            )
            {
                return $"step {i} was {a.Operation.Kind} by {first.Actors[a.Actor].Name}, and is {b.Operation.Kind} by {second.Actors[b.Actor].Name}";
            }
        }
        return first.Steps.Count != second.Steps.Count ? $"{first.Steps.Count} steps became {second.Steps.Count}"
            : first.Ending != second.Ending ? $"{first.Ending} became {second.Ending}: {second.Detail}"
            : null;
    }
}
