using ConcurrencyKatas.Compiler.Protocol;
using Microsoft.CodeAnalysis;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// Collects broken rules: one complaint per line and rule, about what the source names if it names it, else about what an
/// operation there yields; of several, the leftmost.
/// </summary>
internal sealed class Violations
{
    private readonly Dictionary<(string File, int Line, string Id), (bool IsImplied, Complaint Complaint)> _found = [];

    /// <summary>In no particular order.</summary>
    public IReadOnlyCollection<Complaint> All => [.. _found.Values.Select(found => found.Complaint)];

    /// <summary>Adds a use of <paramref name="what"/> at a place in source.</summary>
    /// <param name="rule">The rule that it breaks.</param>
    /// <param name="what">What is used.</param>
    /// <param name="location">Where.</param>
    /// <param name="isImplied">Whether the source does not name it there.</param>
    public void Add(Rule rule, string what, Location location, bool isImplied = false)
    {
        // Not the mapped span: a #line directive must not move a complaint.
        var span = location.GetLineSpan();
        var start = span.StartLinePosition;
        Add(new Complaint(span.Path, start.Line + 1, start.Character + 1, rule.Id, rule.Message(what)), isImplied);
    }

    /// <summary>Adds a complaint that is already written.</summary>
    public void Add(Complaint complaint, bool isImplied = false)
    {
        var key = (complaint.File, complaint.Line, complaint.Id);
        if (
            !_found.TryGetValue(key, out var other)
            || (isImplied, complaint.Column).CompareTo((other.IsImplied, other.Complaint.Column)) < 0
        )
        {
            _found[key] = (isImplied, complaint);
        }
    }
}
