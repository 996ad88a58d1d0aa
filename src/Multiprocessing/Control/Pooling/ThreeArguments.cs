namespace ConcurrencyKatas.Control;

/// <summary>The arguments of a function with three parameters.</summary>
internal sealed class ThreeArguments<T1, T2, T3> : ArgumentList<(T1, T2, T3)>
{
    public static readonly ThreeArguments<T1, T2, T3> Only = new();

    public override bool ArePlain => PoolValues<T1>.ArePlain && PoolValues<T2>.ArePlain && PoolValues<T3>.ArePlain;

    public override void WritePlain(WireBuffer buffer, (T1, T2, T3) call)
    {
        PoolValues<T1>.Write(buffer, call.Item1);
        PoolValues<T2>.Write(buffer, call.Item2);
        PoolValues<T3>.Write(buffer, call.Item3);
    }

    public override void Write(WireWriter writer, string[] names, (T1, T2, T3) call)
    {
        writer.Write(call.Item1, names[0]);
        writer.Write(call.Item2, names[1]);
        writer.Write(call.Item3, names[2]);
    }
}
