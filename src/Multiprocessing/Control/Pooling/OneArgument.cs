namespace ConcurrencyKatas.Control;

/// <summary>The argument of a function with one parameter.</summary>
internal sealed class OneArgument<T> : ArgumentList<T>
{
    public static readonly OneArgument<T> Only = new();

    public override bool ArePlain => PoolValues<T>.ArePlain;

    public override void WritePlain(WireBuffer buffer, T call) => PoolValues<T>.Write(buffer, call);

    public override void Write(WireWriter writer, string[] names, T call) => writer.Write(call, names[0]);
}
