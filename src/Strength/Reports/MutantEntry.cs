using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Reports;

/// <summary>A mutant of a <see cref="MutationReport"/>.</summary>
public sealed record MutantEntry
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What made it.</summary>
    public required string MutatorName { get; init; }

    /// <summary>What stands there instead.</summary>
    public string? Replacement { get; init; }

    /// <summary>Where.</summary>
    public required MutantLocation Location { get; init; }

    /// <summary>What became of it; <c>Pending</c> and others that we never write can be read.</summary>
    public required string Status { get; init; }

    /// <summary>Why, in words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The ids of the tests that caught it.</summary>
    public IReadOnlyList<string>? KilledBy { get; init; }

    /// <summary>The entry for an outcome.</summary>
    public static MutantEntry Of(Outcome outcome) =>
        new()
        {
            Id = outcome.Id,
            MutatorName = outcome.Change!.Operator,
            Replacement = outcome.Change.Replacement,
            Location = new MutantLocation(
                new MutantPosition(outcome.Change.StartLine, outcome.Change.StartColumn),
                new MutantPosition(outcome.Change.EndLine, outcome.Change.EndColumn)
            ),
            Status = outcome.Status.ToString(),
            StatusReason = outcome.Reason,
            KilledBy = outcome.KilledBy,
        };
}
