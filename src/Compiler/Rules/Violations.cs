using ConcurrencyKatas.Compiler.Protocol;
using Microsoft.CodeAnalysis;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Collects broken rules: one complaint per line and rule, about the leftmost use.</summary>
internal sealed class Violations
{
    private readonly Dictionary<(string File, int Line, string Id), Complaint> _found = [];

    /// <summary>In no particular order.</summary>
    public IReadOnlyCollection<Complaint> All => _found.Values;

    /// <summary>Adds a use of <paramref name="what"/> at a place in source.</summary>
    public void Add(Rule rule, string what, Location location)
    {
        // Not the mapped span: a #line directive must not move a complaint.
        var span = location.GetLineSpan();
        var start = span.StartLinePosition;
        Add(new Complaint(span.Path, start.Line + 1, start.Character + 1, rule.Id, rule.Message(what)));
    }

    /// <summary>Adds a complaint that is already written.</summary>
    public void Add(Complaint complaint)
    {
        var key = (complaint.File, complaint.Line, complaint.Id);
        if (!_found.TryGetValue(key, out var other) || complaint.Column < other.Column)
        {
            _found[key] = complaint;
        }
    }
}
