using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A function with three parameters.</summary>
internal sealed class CalleeOfThree<T1, T2, T3, TResult>(MethodInfo method) : TypedCallee<TResult>(method)
{
    private readonly Func<T1, T2, T3, TResult> _function =
        (Func<T1, T2, T3, TResult>)TargetRules.Bind(typeof(Func<T1, T2, T3, TResult>), method);

    protected override TResult Call(WireReader reader) =>
        _function(PoolValues<T1>.Read(reader), PoolValues<T2>.Read(reader), PoolValues<T3>.Read(reader));
}
