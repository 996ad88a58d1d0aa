using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>One worker process and the parent's ends of the two pipes to it.</summary>
internal sealed class WorkerLink
{
    private readonly DescriptorPipe _tasks;
    private readonly DescriptorPipe _answers;
    private readonly HashSet<Guid> _known = [];

    private WorkerLink(PoolWorker process, DescriptorPipe tasks, DescriptorPipe answers) =>
        (Process, _tasks, _answers) = (process, tasks, answers);

    /// <summary>The worker.</summary>
    public Process Process { get; }

    public static WorkerLink Start()
    {
        var tasks = DescriptorPipe.Create();
        var answers = DescriptorPipe.Create();
        try
        {
            var worker = new PoolWorker(tasks.ReadEnd, answers.WriteEnd);
            worker.Start();
            tasks.CloseReadEnd();
            answers.CloseWriteEnd();
            return new WorkerLink(worker, tasks, answers);
        }
        catch
        {
            tasks.Dispose();
            answers.Dispose();
            throw;
        }
    }

    /// <summary>Has the worker perform a task.</summary>
    /// <returns>Its answer, or <see langword="null"/> when it died first.</returns>
    public byte[]? Perform(PoolTask task)
    {
        var frame = new WireBuffer();
        KeyValuePair<Guid, string>[] news = [.. task.Paths.Where(path => _known.Add(path.Key))];
        frame.Count(news.Length);
        foreach ((Guid version, string path) in news)
        {
            frame.Identity(version);
            frame.Text(path);
        }
        PoolFrames.Send(_tasks.WriteEnd, frame.ToArray(), task.Message);
        return PoolFrames.Receive(_answers.ReadEnd);
    }

    /// <summary>Ends the worker by the end of its tasks, and waits for that.</summary>
    public void End()
    {
        // Both first: a worker that still answers would wait for ever for somebody to read.
        _tasks.Dispose();
        _answers.Dispose();
        Process.Join();
    }

    /// <summary>Ends the worker in the middle of whatever it does, and waits for that.</summary>
    public void Break()
    {
        Process.Kill();
        End();
    }
}
