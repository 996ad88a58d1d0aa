using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>In a worker: a function that tasks ask for, ready to be called without reflection.</summary>
internal abstract class PoolCallee(MethodInfo method)
{
    /// <summary>The method.</summary>
    public MethodInfo Method => method;

    /// <summary>Makes the callee for a method that captures nothing.</summary>
    public static PoolCallee Of(MethodInfo method)
    {
        Type[] types =
        [
            .. method.GetParameters().Select(static parameter => parameter.ParameterType),
            method.ReturnType,
        ];
        Type kind = types.Length switch
        {
            1 => typeof(CalleeOfNone<>),
            2 => typeof(CalleeOfOne<,>),
            3 => typeof(CalleeOfTwo<,,>),
            4 => typeof(CalleeOfThree<,,,>),
            _ => throw new WireFormatException(
                $"{TargetRules.NameOf(method)} has {types.Length - 1} parameters; a pool calls functions of at most three."
            ),
        };
        return (PoolCallee)
            Activator.CreateInstance(
                kind.MakeGenericType(types),
                BindingFlags.Instance | BindingFlags.Public,
                null,
                [method],
                null
            )!;
    }

    /// <summary>Performs the calls of a task, and writes the beginning and their results.</summary>
    /// <param name="reader">At the arguments of the first call.</param>
    /// <param name="calls">How many there are.</param>
    /// <param name="answer">What to write to, if the results are plain.</param>
    /// <param name="begin">Writes what comes before the results.</param>
    /// <returns>What was written to.</returns>
    public abstract WireBuffer Perform(WireReader reader, int calls, WireBuffer answer, Action<WireBuffer> begin);
}
