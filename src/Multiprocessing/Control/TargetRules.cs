using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>What can be the target of a process: a method that captures nothing and returns nothing.</summary>
internal static class TargetRules
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // What was found to be in order stays so. Weak, because a worker unloads submissions.
    private static readonly ConditionalWeakTable<object, object> s_sound = [];

    /// <summary>Checks a target and its arguments.</summary>
    /// <returns>One argument for each parameter.</returns>
    public static object?[] Check(Delegate target, object?[]? arguments)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (CaptureOf(target) is { } capture)
        {
            throw new MultiprocessingUsageException(
                $"The target {NameOf(target.Method)} captures {capture}. A child process does not share your variables; pass "
                    + "what it needs as arguments: new Process(static (gate, n) => …, gate, n)."
            );
        }
        MethodInfo method = target.Method;
        if (!s_sound.TryGetValue(method, out _))
        {
            CheckReturn(method, $"The target {NameOf(method)}");
            s_sound.AddOrUpdate(method, method);
        }
        return TargetArguments.Check(target, Unspread(arguments));
    }

    /// <summary>Checks the method that a subclass runs.</summary>
    public static void CheckRun(Process process)
    {
        Type type = process.GetType();
        if (type != typeof(Process) && !s_sound.TryGetValue(type, out _))
        {
            MethodInfo run = type.GetMethod(nameof(Process.Run), Type.EmptyTypes)!;
            CheckReturn(run, $"{TypeNames.Of(run.DeclaringType!)}.Run");
            s_sound.AddOrUpdate(type, type);
        }
    }

    /// <summary>What a delegate carries besides its code, for people; <see langword="null"/> for nothing.</summary>
    public static string? CaptureOf(Delegate target)
    {
        if (!target.HasSingleTarget)
        {
            return "several methods at once";
        }
        if (target.Target is not { } carried)
        {
            return target.Method.IsStatic ? null : "an object that is missing";
        }
        Type type = carried.GetType();
        if (!type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || target.Method.IsStatic)
        {
            return $"an object of type {TypeNames.Of(type)}";
        }
        string[] names = [.. type.GetFields(Instance).Select(Captured)];
        return names.Length == 0 ? null
            : names.Length == 1 ? $"the variable {names[0]}"
            : $"the variables {string.Join(", ", names)}";
    }

    /// <summary>Makes the delegate for a method that captures nothing.</summary>
    public static Delegate Bind(Type type, MethodInfo method) =>
        method.IsStatic
            ? Delegate.CreateDelegate(type, method)
            : Delegate.CreateDelegate(type, RuntimeHelpers.GetUninitializedObject(method.DeclaringType!), method);

    /// <summary>Runs a method that captures nothing; its exceptions come as they are.</summary>
    public static void Invoke(MethodInfo method, object?[] arguments)
    {
        object? carried = method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);
        _ = method.Invoke(carried, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The method's name as it stands in source code.</summary>
    public static string NameOf(MethodInfo method) =>
        method.Name.StartsWith('<') ? "(a lambda or local function)" : $"{method.DeclaringType?.Name}.{method.Name}";

    private static void CheckReturn(MethodInfo method, string who)
    {
        if (method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
        {
            throw new MultiprocessingUsageException(
                $"{who} is async: the process would end at its first await. Write it without async; it has a process of its "
                    + "own and may block."
            );
        }
        if (method.ReturnType != typeof(void))
        {
            throw new MultiprocessingUsageException(
                $"{who} returns {TypeNames.Of(method.ReturnType)}, but a process has nobody to return it to. Make it void (a "
                    + "lambda: with braces around its body), and hand results over through something shared."
            );
        }
    }

    // `new Process(Print, names)` with a string[] spreads the array over the parameters, because C# lets it stand for an
    // object[]; what was meant is one argument.
    private static object?[] Unspread(object?[]? arguments) =>
        arguments is null ? [null]
        : arguments.GetType() == typeof(object[]) ? [.. arguments]
        : [arguments];

    private static string Captured(FieldInfo field) =>
        field.Name.EndsWith("__this", StringComparison.Ordinal) ? "this" : $"`{WireFields.NameOf(field)}`";
}
