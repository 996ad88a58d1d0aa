using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The process of one worker: performs tasks until there are none. A daemon, as in Python.</summary>
internal sealed class PoolWorker : Process
{
    /// <summary>Where it writes its answers, when they go through a pipe.</summary>
    internal const int AnswerDescriptor = 7;

    // Both are free in every child: below are the session's own.
    private const int TaskDescriptor = 6;

    private readonly TaskQueue? _tasks;
    private readonly TaskQueue? _results;

    [NonSerialized]
    private readonly PassedDescriptor[] _passed = [];

    /// <summary>A worker that is told its tasks through pipes.</summary>
    public PoolWorker(int tasks, int answers)
    {
        _passed = [new(tasks, TaskDescriptor), new(answers, AnswerDescriptor)];
        IsDaemon = true;
    }

    /// <summary>A worker that is an actor of a controlled run.</summary>
    public PoolWorker(TaskQueue tasks, TaskQueue results)
    {
        (_tasks, _results) = (tasks, results);
        IsDaemon = true;
    }

    internal override IReadOnlyList<PassedDescriptor> Descriptors => _passed;

    internal override bool IsOurs => true;

    /// <inheritdoc/>
    public override void Run()
    {
        if (_tasks is not null && _results is not null)
        {
            while (_tasks.Get() is { } task)
            {
                _ = _results.Put(PoolMessages.Perform(task, Seam.Controller?.PayloadLimit ?? int.MaxValue));
            }
            return;
        }
        while (PoolFrames.Receive(TaskDescriptor) is { } frame)
        {
            PoolFrames.Send(AnswerDescriptor, PoolMessages.Perform(Unpack(frame)));
        }
    }

    // Where assemblies are comes before the task itself.
    private static ReadOnlyMemory<byte> Unpack(byte[] frame)
    {
        var cursor = new WireCursor(frame);
        for (int news = cursor.Count(); news > 0; news--)
        {
            ProcessPayload.AssemblyPaths[cursor.Identity()] = cursor.Text();
        }
        return frame.AsMemory(cursor.Position);
    }
}
