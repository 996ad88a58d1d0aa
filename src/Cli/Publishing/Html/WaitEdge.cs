namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>An arrow of a drawn wait-for graph.</summary>
/// <param name="from">Who waits, or what is held.</param>
/// <param name="to">What is waited for, or who holds it.</param>
/// <param name="holds">Whether it says who holds an object, rather than who waits.</param>
internal sealed class WaitEdge(WaitNode from, WaitNode to, bool holds)
{
    public WaitNode From => from;

    public WaitNode To => to;

    public bool Holds => holds;

    public bool InCircle { get; set; }
}
