namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>An assembly that was built elsewhere.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Hash">Of its bytes, so that a request is equal to another one exactly when its answer is.</param>
public sealed record PrebuiltAssembly(string Path, string Hash);
