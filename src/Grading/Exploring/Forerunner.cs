using System.Collections.Concurrent;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>
/// Explores, on a processor of its own, sizes that claims will ask for later. It makes every sampled run of a size and the
/// first of its proof: always as many, whatever the claims decide, so a report does not depend on who was faster.
/// </summary>
internal sealed class Forerunner : IDisposable
{
    private readonly IBench _bench;
    private readonly BlockingCollection<Exploration> _explorations = [];
    private readonly Thread _thread;

    /// <summary>Begins, with nothing to do yet.</summary>
    /// <param name="bench">Where it explores; its own from now on.</param>
    public Forerunner(IBench bench)
    {
        _bench = bench;
        _thread = new Thread(Run) { IsBackground = true, Name = "forerunner" };
        _thread.Start();
    }

    /// <summary>Where its explorations run.</summary>
    public IProgramStage Stage => _bench.Stage;

    /// <summary>Starts its workers without waiting for them.</summary>
    public void Start() => _bench.Start();

    /// <summary>Starts one of its workers and waits for it; before it explores anything.</summary>
    public void StartOne(int actor) => _bench.StartOne(actor);

    /// <summary>Lets its workers rehearse; before it explores anything.</summary>
    public void Rehearse(int workers) => _bench.Rehearse(workers);

    /// <summary>Explores this one too, after those before it.</summary>
    public void Take(Exploration exploration) => _explorations.Add(exploration);

    /// <summary>Waits until everything has been explored; nothing more is taken.</summary>
    public void Complete()
    {
        _explorations.CompleteAdding();
        _thread.Join();
    }

    /// <summary>Waits as <see cref="Complete"/> does, and ends the workers.</summary>
    public void Dispose()
    {
        Complete();
        _explorations.Dispose();
        _bench.Dispose();
    }

    private void Run()
    {
        foreach (Exploration exploration in _explorations.GetConsumingEnumerable())
        {
            exploration.Sample();
        }
    }
}
