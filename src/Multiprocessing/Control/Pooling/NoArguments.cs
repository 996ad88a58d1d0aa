namespace ConcurrencyKatas.Control;

/// <summary>The arguments of a function without parameters.</summary>
internal sealed class NoArguments : ArgumentList<ValueTuple>
{
    public static readonly NoArguments Only = new();

    public override bool ArePlain => true;

    public override void WritePlain(WireBuffer buffer, ValueTuple call) { }

    public override void Write(WireWriter writer, string[] names, ValueTuple call) { }
}
