namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>The answer to one request: one line of JSON on the compiler's standard output.</summary>
public sealed record CompileAnswer
{
    /// <summary>The request's.</summary>
    public required string Id { get; init; }

    /// <summary>What became of it.</summary>
    public required CompileStatus Status { get; init; }

    /// <summary>Errors and broken rules by file, line and column; at most 50.</summary>
    public IReadOnlyList<Complaint> Diagnostics { get; init; } = [];

    /// <summary>The path of the assembly when it compiled.</summary>
    public string? Assembly { get; init; }

    /// <summary>The path of its portable PDB.</summary>
    public string? Symbols { get; init; }

    /// <summary>The module version id of the rewritten assembly.</summary>
    public Guid Mvid { get; init; }

    /// <summary>
    /// Whether there is mutable static state; then the assembly has a type <c>&lt;KataReset&gt;</c> whose static method
    /// <c>Reset</c> gives it the state that it has in a fresh process.
    /// </summary>
    public bool HasStatics { get; init; }

    /// <summary>Whether a generic type has static state, which only a fresh load context resets.</summary>
    public bool NeedsFreshContext { get; init; }

    /// <summary>By file of <c>edit</c>: a hash of its tokens, which layout and comments do not change.</summary>
    public IReadOnlyDictionary<string, string> EditTokensHash { get; init; } = new Dictionary<string, string>();

    /// <summary>By file of <c>given</c>: the same hash.</summary>
    public IReadOnlyDictionary<string, string> GivenFileTokensHash { get; init; } = new Dictionary<string, string>();

    /// <summary>One hash over the names and tokens of all files of <c>given</c>.</summary>
    public string GivenTokensHash { get; init; } = "";
}
