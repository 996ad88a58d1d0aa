using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>A callee whose result has a type.</summary>
internal abstract class TypedCallee<TResult>(MethodInfo method) : PoolCallee(method)
{
    [MethodImpl(HotPath.Options)] // A loop over many small values, which may be all that a process ever does.
    public override WireBuffer Perform(WireReader reader, int calls, WireBuffer answer, Action<WireBuffer> begin)
    {
        if (PoolValues<TResult>.ArePlain)
        {
            answer.Clear();
            answer.Byte(WireLimits.Version);
            begin(answer);
            for (int call = 0; call < calls; call++)
            {
                PoolValues<TResult>.Write(answer, Call(reader));
            }
            return answer;
        }
        var writer = new WireWriter();
        begin(writer.Buffer);
        for (int call = 0; call < calls; call++)
        {
            writer.Write(Call(reader), "result");
        }
        return writer.Buffer;
    }

    /// <summary>Reads the arguments of one call, and calls.</summary>
    protected abstract TResult Call(WireReader reader);
}
