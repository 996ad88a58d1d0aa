using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>What became of a wrong program. The names are those of the mutation-testing-elements schema where it has one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeStatus>))]
public enum OutcomeStatus
{
    /// <summary>A claim caught it.</summary>
    Killed,

    /// <summary>It was caught only by the processor time that it used: a busy loop.</summary>
    Timeout,

    /// <summary>Nothing caught it.</summary>
    Survived,

    /// <summary>It is no program, or not one that a student may hand in.</summary>
    CompileError,

    /// <summary>It is right: NOTES.md says why.</summary>
    Ignored,

    /// <summary>It could not be graded. That is an error of ours and no kill.</summary>
    RuntimeError,
}
