using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>Where wrong programs come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>An author wrote them.</summary>
    Impostors,

    /// <summary>Our own operators made them.</summary>
    Concurrency,

    /// <summary>Stryker.NET made them.</summary>
    Stryker,
}
