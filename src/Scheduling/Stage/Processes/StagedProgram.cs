namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>What a stage runs: a compiled submission, the method to call in the main process, and with what.</summary>
/// <param name="Assembly">Path of the assembly; its symbols lie beside it.</param>
/// <param name="Entry"><c>Namespace.Type.Method</c>.</param>
/// <param name="Arguments">The encoded arguments.</param>
public sealed record StagedProgram(string Assembly, string Entry, byte[] Arguments);
