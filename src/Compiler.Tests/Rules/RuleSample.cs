namespace ConcurrencyKatas.Compiler.Tests.Rules;

/// <summary>How one pattern of the rules is broken, and what stands near it and is fine.</summary>
/// <param name="Pattern">A pattern of the table.</param>
/// <param name="Broken">Statements, or a whole file when it has a namespace line of its own.</param>
/// <param name="Innocent">Likewise; breaks no rule.</param>
public sealed record RuleSample(string Pattern, string Broken, string Innocent)
{
    /// <summary>The pattern: it names the test.</summary>
    public override string ToString() => Pattern;
}
