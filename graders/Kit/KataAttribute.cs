using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>Names the kata that a class of claims examines; <c>--filter Kata=NAME</c> selects it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KataAttribute(string kata) : Attribute, ITraitAttribute
{
    /// <summary>The kata's folder name.</summary>
    public string Kata => kata;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Kata", kata)];
}
