namespace ConcurrencyKatas.Scheduling.Tests;
public sealed class DebugTests(ITestOutputHelper output)
{
    [Fact]
    public void Show()
    {
        var program = RandomPrograms.Create(ulong.Parse(Environment.GetEnvironmentVariable("SEED")!));
        var search = new ProofSearch(program.Stage()) { Commute = (World _, in Happening a, in Happening b) => !Independence.MayConflict(a, b) };
        foreach (var run in search.Explore())
        {
            output.WriteLine(run.Strategy + " " + run.Ending + "\n" + string.Join(" ", run.Steps.Select(s => $"{s.Index}:{s.Actor}.{new Words(run).Did(s).Replace(' ', '_')}")));
            output.WriteLine(search.Dump());
        }
    }
}
