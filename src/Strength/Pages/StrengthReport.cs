using ConcurrencyKatas.Strength.Coverage;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>How strong the hidden tests are, as <c>./kata strength</c> tells it: everything that the page shows.</summary>
public sealed record StrengthReport
{
    /// <summary>The version of this form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>One entry for each kata, in the order of the course.</summary>
    public required IReadOnlyList<KataStrength> Katas { get; init; }

    /// <summary>What is asked of coverage and how much of it is reached; empty when it was not measured.</summary>
    public IReadOnlyList<CoverageGoal> Coverage { get; init; } = [];

    /// <summary>What was not measured, and with which command it is.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether everything was measured, and nothing is wrong with it.</summary>
    public bool IsSound => Missing.Count == 0 && Katas.All(k => k.IsSound) && Coverage.All(g => g.IsReached);

    /// <summary>The form that may be published: without what was changed where, so without any line of a solution or a test.</summary>
    public StrengthReport ToPublic() => this with { Katas = [.. Katas.Select(k => k.ToPublic())] };
}
