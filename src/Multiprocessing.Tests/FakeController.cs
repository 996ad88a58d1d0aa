using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Writes down what arrives and answers what a test wants; installed for the length of a <c>using</c> block.</summary>
internal sealed class FakeController : IController, IDisposable
{
    private static int s_next = Session.ArenaBase;

    public FakeController(Func<Operation, Decision>? answer = null)
    {
        _ = Session.Current;
        Answer = answer ?? (static _ => new Decision(Outcome.Go));
        Seam.Controller = this;
    }

    public List<Operation> Arrived { get; } = [];

    /// <summary>What it says to each operation.</summary>
    public Func<Operation, Decision> Answer { get; set; }

    public int PayloadLimit { get; init; } = int.MaxValue;

    public Decision Arrive(in Operation operation)
    {
        Arrived.Add(operation);
        return Answer(operation);
    }

    /// <summary>The threads that were to be made, with what they would do; they are not.</summary>
    public List<(int Actor, string Name, Action Body)> Hosted { get; } = [];

    public void Host(int actor, string name, Action body) => Hosted.Add((actor, name, body));

    public int AllocateSlot() => Interlocked.Add(ref s_next, SlotLayout.Size) - SlotLayout.Size;

    public void Dispose() => Seam.Controller = null;
}
