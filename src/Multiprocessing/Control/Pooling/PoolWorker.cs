using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The process of one worker: performs tasks until there are none. A daemon, as in Python.</summary>
internal sealed class PoolWorker : Process
{
    // Both are free in every child: below are the session's own.
    private const int MemoryDescriptor = 6;
    private const int BellDescriptor = 7;

    private readonly TaskQueue? _tasks;
    private readonly TaskQueue? _results;
    private readonly Delegate? _initializer;
    private readonly object?[] _arguments;
    private readonly int _number;
    private readonly int _maxTasks;
    private readonly int _places;

    [NonSerialized]
    private readonly PassedDescriptor[] _passed = [];

    /// <summary>A worker that finds its tasks in shared memory.</summary>
    /// <param name="room">That memory.</param>
    /// <param name="number">Its place there.</param>
    /// <param name="setup">How the pool was made.</param>
    public PoolWorker(PoolRoom room, int number, PoolSetup setup)
    {
        _passed = [new(room.Memory.Descriptor, MemoryDescriptor), new(room.Bell.WriteEnd, BellDescriptor)];
        (_number, _places, _maxTasks) = (number, setup.Sizing.Maximum, setup.MaxTasks);
        (_initializer, _arguments) = (setup.Initializer, setup.Arguments);
        IsDaemon = true;
    }

    /// <summary>A worker that is an actor of a controlled run.</summary>
    public PoolWorker(TaskQueue tasks, TaskQueue results, int number, PoolSetup setup)
    {
        (_tasks, _results, _number) = (tasks, results, number);
        (_initializer, _arguments) = (setup.Initializer, setup.Arguments);
        IsDaemon = true;
    }

    internal override IReadOnlyList<PassedDescriptor> Descriptors => _passed;

    internal override bool IsOurs => true;

    /// <summary>In a worker that runs for real: its place.</summary>
    internal static WorkerPlace? Here { get; private set; }

    /// <inheritdoc/>
    public override void Run()
    {
        var callees = new PoolCallees();
        var answer = new WireBuffer();
        if (_tasks is null || _results is null)
        {
            WorkAt(
                new WorkerPlace(PoolRoom.Inherit(MemoryDescriptor, BellDescriptor, _places), _number),
                callees,
                answer
            );
            return;
        }
        int limit = Seam.Controller?.PayloadLimit ?? int.MaxValue;
        if (Initialize() is { } failure)
        {
            _ = _results.Put(PoolMessages.Failure(PoolMessages.NoJob, _number, failure, limit).ToArray());
            return;
        }
        while (_tasks.Get() is { } task)
        {
            _ = _results.Put(PoolMessages.Perform(task, callees, answer, limit).ToArray());
        }
    }

    private void WorkAt(WorkerPlace place, PoolCallees callees, WireBuffer answer)
    {
        Here = place;
        if (Initialize() is { } failure)
        {
            place.Tell(
                AnswerKind.CannotBegin,
                0,
                PoolMessages.Failure(PoolMessages.NoJob, _number, failure, int.MaxValue).Written
            );
            return;
        }
        place.Tell(AnswerKind.Ready, 0, []);
        for (int done = 0; _maxTasks == 0 || done < _maxTasks; done++)
        {
            if (place.Take() is not (var sequence, var task))
            {
                return;
            }
            place.Tell(AnswerKind.Done, sequence, PoolMessages.Perform(task, callees, answer).Written);
        }
    }

    private RemoteException? Initialize()
    {
        try
        {
            if (_initializer is { } initializer)
            {
                TargetRules.Invoke(initializer.Method, _arguments);
            }
            return null;
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            return RemoteException.Of(exception, _initializer!.Method.Module.Assembly);
        }
    }
}
