using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>What became of a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompileStatus>))]
public enum CompileStatus
{
    /// <summary>The assembly is there, checked and rewritten.</summary>
    [JsonStringEnumMemberName("compiled")]
    Compiled,

    /// <summary>The C# compiler refused it, or the entry method is not as agreed.</summary>
    [JsonStringEnumMemberName("does-not-compile")]
    DoesNotCompile,

    /// <summary>It is C#, but uses what the kata forbids.</summary>
    [JsonStringEnumMemberName("breaks-the-rules")]
    BreaksTheRules,

    /// <summary>We failed, not the student.</summary>
    [JsonStringEnumMemberName("compiler-failed")]
    CompilerFailed,
}
