namespace ConcurrencyKatas.Control;

/// <summary>Where an assembly is.</summary>
/// <param name="Version">Its module version id.</param>
/// <param name="Path">Its file.</param>
internal sealed record AssemblyPath(Guid Version, string Path);
