using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A function without parameters.</summary>
internal sealed class CalleeOfNone<TResult>(MethodInfo method) : TypedCallee<TResult>(method)
{
    private readonly Func<TResult> _function = (Func<TResult>)TargetRules.Bind(typeof(Func<TResult>), method);

    protected override TResult Call(WireReader reader) => _function();
}
