namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A process that has its end of a pipe as a member.</summary>
internal sealed class EchoProcess(Connection end) : Process
{
    private readonly Connection[] _ends = [end];

    public override void Run() => PipeChildren.Echo(_ends[0]);
}
