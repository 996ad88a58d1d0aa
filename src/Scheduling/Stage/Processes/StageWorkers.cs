using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>The warm workers of a stage, by actor. An actor that is a thread has none.</summary>
internal sealed class StageWorkers(StageOptions options, SharedMemory segment, SharedMemory channel) : IDisposable
{
    private readonly WorkerProcess?[] _workers = new WorkerProcess?[ChannelLayout.MaxActors];
    private readonly WorkerSeats _seats = new(options, segment, channel);

    /// <summary>How many there are.</summary>
    public int Count => Living.Count();

    /// <summary>Their process ids, by actor; 0 for one that was never ready.</summary>
    public IReadOnlyList<int> ProcessIds => [.. Living.Select(worker => worker.ProcessId)];

    private IEnumerable<WorkerProcess> Living => _workers.OfType<WorkerProcess>();

    /// <summary>The worker of an actor whose Begin was granted.</summary>
    public WorkerProcess this[int actor] => _workers[actor]!;

    /// <summary>Starts an actor's worker if there is none yet, and does not wait for it.</summary>
    public void Start(int actor) => _workers[actor] ??= New(actor);

    /// <summary>The worker of an actor, once it can be told what to do.</summary>
    public WorkerProcess Ready(int actor)
    {
        WorkerProcess worker = _workers[actor] ??= New(actor);
        if (worker.NeedsReady && !worker.Ready())
        {
            // Whoever ran before may have killed it before it was there.
            _workers[actor] = worker = New(actor);
            if (!worker.Ready())
            {
                throw new StageException(
                    $"A worker process ended with {worker.ExitCode} before it reported ready, and so did the one before it."
                );
            }
        }
        return worker;
    }

    /// <summary>Replaces those that cannot be used again.</summary>
    public void Renew()
    {
        for (int actor = 0; actor < _workers.Length; actor++)
        {
            if (_workers[actor] is { IsReusable: false } worker)
            {
                worker.Kill();
                _workers[actor] = New(actor);
            }
        }
    }

    /// <summary>Moves everybody to another place if this one was tampered with: somebody was killed, or left behind.</summary>
    public void LeaveStrangers()
    {
        if (Living.Any(worker => worker.HasVanished) || _seats.IsSpoilt(Count))
        {
            _seats.Leave();
            KillAll();
            Renew();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _seats.Dispose();
        KillAll();
    }

    private WorkerProcess New(int actor) => WorkerProcess.Start(options, channel, actor, _seats.Take);

    private void KillAll()
    {
        foreach (WorkerProcess worker in Living)
        {
            worker.Kill();
        }
    }
}
