namespace ConcurrencyKatas.Control;

/// <summary>The arguments of a function with two parameters.</summary>
internal sealed class TwoArguments<T1, T2> : ArgumentList<(T1, T2)>
{
    public static readonly TwoArguments<T1, T2> Only = new();

    public override bool ArePlain => PoolValues<T1>.ArePlain && PoolValues<T2>.ArePlain;

    public override void WritePlain(WireBuffer buffer, (T1, T2) call)
    {
        PoolValues<T1>.Write(buffer, call.Item1);
        PoolValues<T2>.Write(buffer, call.Item2);
    }

    public override void Write(WireWriter writer, string[] names, (T1, T2) call)
    {
        writer.Write(call.Item1, names[0]);
        writer.Write(call.Item2, names[1]);
    }
}
