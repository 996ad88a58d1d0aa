namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>The rules as they are for one kata: the table, the list, and what this kata allows on top.</summary>
internal sealed class RuleBook
{
    // A value of null allows.
    private static readonly Dictionary<string, Rule?> s_source = Build([]);
    private static readonly Dictionary<string, Rule?> s_compiled = Build(Allowed.InCompiledCode);

    private readonly HashSet<string> _allows;

    /// <summary>Makes the book of a kata with this <c>allows</c>.</summary>
    public RuleBook(IEnumerable<string> allows) =>
        _allows = [.. allows.SelectMany(a => new[] { a, $"ConcurrencyKatas.{a}" })];

    /// <summary>The rule that a name in source breaks, or <see langword="null"/>.</summary>
    /// <param name="name">A full name of a type or member, without arity; see <see cref="ApiName"/>.</param>
    public Rule? Judge(string name) => Judge(name, s_source);

    /// <summary>The rule that a reference in compiled code breaks, or <see langword="null"/>.</summary>
    public Rule? JudgeCompiled(string name) => Judge(name, s_compiled);

    /// <summary>The rule of a construct, or <see langword="null"/> when this kata allows it.</summary>
    public Rule? JudgeConstruct(string construct) => _allows.Contains(construct) ? null : s_source[construct];

    private Rule? Judge(string name, Dictionary<string, Rule?> table)
    {
        if (_allows.Count > 0 && Prefixes(name).Any(_allows.Contains))
        {
            return null;
        }
        foreach (string prefix in Prefixes(name))
        {
            if (table.TryGetValue(prefix, out var rule))
            {
                return rule;
            }
        }
        return Rules.NotListed;
    }

    private static IEnumerable<string> Prefixes(string name)
    {
        for (int end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            yield return name[..end];
        }
    }

    private static Dictionary<string, Rule?> Build(IEnumerable<string> more)
    {
        var table = new Dictionary<string, Rule?>(StringComparer.Ordinal);
        foreach (var rule in Rules.All)
        {
            foreach (string pattern in rule.Patterns)
            {
                table.Add(pattern, rule);
            }
        }
        foreach (string name in Allowed.Namespaces.Concat(Allowed.Names))
        {
            table.Add(name, null);
        }
        foreach (string name in more)
        {
            table[name] = null;
        }
        return table;
    }
}
