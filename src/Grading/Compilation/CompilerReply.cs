using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>What one request to the compiler's process came to.</summary>
/// <param name="Answer">The answer; null when there was none.</param>
/// <param name="TimedOut">Whether none came in time.</param>
/// <param name="Ending">How the process ended instead, in a few words.</param>
internal sealed record CompilerReply(CompileAnswer? Answer, bool TimedOut = false, string Ending = "");
