using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>How requests and answers are written: camel case, one line, without reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileAnswer))]
public sealed partial class ProtocolJson : JsonSerializerContext;
