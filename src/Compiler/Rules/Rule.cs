namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>One row of the rules: what is refused, why, and what to use instead.</summary>
/// <param name="Id">The id that complaints carry.</param>
/// <param name="Reason">Why, as the end of the sentence "… is not allowed in a kata: …".</param>
/// <param name="Instead">What to use, as a sentence.</param>
/// <param name="Patterns">
/// Full names of namespaces, types and members (constructors are called <c>new</c>), or a construct of <see cref="Construct"/>.
/// </param>
internal sealed record Rule(string Id, string Reason, string Instead, params string[] Patterns)
{
    /// <summary>The complaint about one use.</summary>
    public string Message(string what) => $"{what} is not allowed in a kata: {Reason}. {Instead}";
}
