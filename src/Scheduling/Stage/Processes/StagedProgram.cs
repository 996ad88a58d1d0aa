namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>What a stage runs: a compiled submission, the method to call in the main process, and with what.</summary>
/// <param name="Assembly">Path of the assembly; its symbols lie beside it.</param>
/// <param name="Entry"><c>Namespace.Type.Method</c>.</param>
/// <param name="Arguments">The encoded arguments.</param>
public sealed record StagedProgram(string Assembly, string Entry, byte[] Arguments)
{
    /// <summary>
    /// Whether the assembly is loaded anew for each run: it has static state that no reset reaches, that of generic types.
    /// </summary>
    public bool NeedsFreshContext { get; init; }
}
