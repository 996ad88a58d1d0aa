using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>
/// The process that started this one, as <see cref="Process.Parent"/> gives it: a child may look at it and wait for its end, and do
/// nothing to it.
/// </summary>
public sealed class ParentProcess
{
    internal ParentProcess(string name, int id) => (Name, Id) = (name, id);

    /// <summary>Its name, as it was when it started this process.</summary>
    public string Name { get; }

    /// <summary>Its process id; also after its end, when the system may have given it to another process.</summary>
    public int Id { get; }

    /// <summary>Whether it still runs. Once it has ended, this process belongs to another one: see <see cref="Process.ParentId"/>.</summary>
    public bool IsAlive => CurrentProcess.ParentId == Id;

    /// <summary>Waits until it has ended.</summary>
    /// <remarks>
    /// A process that ends waits for its children, unless they are daemons or detached: such a child waits for ever here, and its
    /// parent for it.
    /// </remarks>
    public void Join() => Join(Timeout.InfiniteTimeSpan);

    /// <summary>The same, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it has ended (Python's join returns nothing).</returns>
    public bool Join(TimeSpan timeout)
    {
        long ticks = timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks);
        return Seam.Controller is { } controller
            ? controller.Arrive(Operation.OnActor(OperationKind.Join, Id - ActorChild.FirstId, ticks)).Go
            : Await(ticks);
    }

    /// <summary><c>ParentProcess(name: MainProcess, id: 123)</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ParentProcess(name: {Name}, id: {Id})");

    private bool Await(long ticks)
    {
        int watched = ProcessLife.Watch(Id, out bool isGone);
        if (watched < 0)
        {
            return isGone ? true : throw SystemFailure.Of($"Cannot wait for {Name}");
        }
        try
        {
            // Who is the parent now was it when its id was looked up; else that may have been another process's by then.
            return !IsAlive || Readiness.Wait([watched], ticks)[0];
        }
        finally
        {
            ProcessLife.Close(watched);
        }
    }
}
