namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>A rule-checked, rewritten assembly of one kata of one submission.</summary>
/// <param name="Assembly">Its full path.</param>
/// <param name="Symbols">The full path of its portable PDB; null for none.</param>
/// <param name="Mvid">Its module version id.</param>
/// <param name="HasStatics">Whether <c>&lt;KataReset&gt;.Reset()</c> exists and must be called before each schedule.</param>
/// <param name="NeedsFreshContext">Whether each schedule needs a load context of its own: a generic type has static state.</param>
public sealed record CompiledKata(string Assembly, string? Symbols, Guid Mvid, bool HasStatics, bool NeedsFreshContext);
