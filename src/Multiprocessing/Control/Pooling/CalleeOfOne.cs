using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A function with one parameter.</summary>
internal sealed class CalleeOfOne<T, TResult>(MethodInfo method) : TypedCallee<TResult>(method)
{
    private readonly Func<T, TResult> _function = (Func<T, TResult>)TargetRules.Bind(typeof(Func<T, TResult>), method);

    protected override TResult Call(WireReader reader) => _function(PoolValues<T>.Read(reader));
}
