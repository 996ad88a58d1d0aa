using Mono.Cecil;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>
/// Sends sleeps, locks, clocks and the console through the scheduler. References are changed, not instructions: all code of the
/// module shares them, lambdas, iterators and state machines too.
/// </summary>
internal static class Redirections
{
    private const string Target = "ConcurrencyKatas.Control";

    /// <summary>The table. A new row needs a method with the same parameters and result, which a test checks.</summary>
    public static IReadOnlyList<Redirection> All { get; } =
    [
        new("System.Threading.Thread", "Sleep", "ControlledThread", "Sleep"),
        new("System.Threading.Monitor", "Enter", "ControlledMonitor", "Enter"),
        new("System.Threading.Monitor", "TryEnter", "ControlledMonitor", "TryEnter"),
        new("System.Threading.Monitor", "Exit", "ControlledMonitor", "Exit"),
        new("System.Threading.Lock", null, "ControlledLock", null),
        new("System.DateTime", "get_Now", "ControlledClock", "Now"),
        new("System.DateTime", "get_UtcNow", "ControlledClock", "UtcNow"),
        new("System.DateTime", "get_Today", "ControlledClock", "Today"),
        new("System.DateTimeOffset", "get_Now", "ControlledClock", "OffsetNow"),
        new("System.DateTimeOffset", "get_UtcNow", "ControlledClock", "OffsetUtcNow"),
        new("System.Environment", "get_TickCount", "ControlledClock", "TickCount"),
        new("System.Environment", "get_TickCount64", "ControlledClock", "TickCount64"),
        new("System.Diagnostics.Stopwatch", null, "ControlledStopwatch", null),
        new("System.Console", "Write", "ControlledConsole", "Write"),
        new("System.Console", "WriteLine", "ControlledConsole", "WriteLine"),
        new("System.Console", "get_Out", "ControlledConsole", "Out"),
        new("System.Console", "get_Error", "ControlledConsole", "Error"),
    ];

    /// <summary>Changes the references of a module that has not been written yet.</summary>
    public static void Apply(ModuleDefinition module)
    {
        Instruments.Spare(module);
        AssemblyNameReference? scope = null;
        AssemblyNameReference Scope() => scope ??= LibraryReference.In(module);

        foreach (var member in module.GetMemberReferences().OfType<MethodReference>().ToArray())
        {
            string type = member.DeclaringType.FullName;
            if (All.FirstOrDefault(r => r.FromType == type && r.FromMethod == member.Name) is { } row)
            {
                member.DeclaringType = new TypeReference(Target, row.ToType, module, Scope());
                member.Name = row.ToMethod!;
            }
        }
        foreach (var type in module.GetTypeReferences().ToArray())
        {
            if (All.FirstOrDefault(r => r.FromType == type.FullName && r.FromMethod is null) is { } row)
            {
                type.Namespace = Target;
                type.Name = row.ToType;
                type.Scope = Scope();
            }
        }
    }
}
