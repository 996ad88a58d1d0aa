namespace ConcurrencyKatas.Control;

/// <summary>What can be the target of a process.</summary>
internal static class TargetRules
{
    public static object?[] Check(Delegate target, object?[]? arguments) => arguments ?? [null];
    public static void CheckRun(Process process) { }
    public static void Invoke(Delegate? target, object?[] arguments) => target?.DynamicInvoke(arguments);
}
