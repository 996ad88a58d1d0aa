using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What an IMap announces to a controller.</summary>
public sealed class ControlledStreamTests
{
    private readonly System.Collections.Generic.Queue<byte[]> _tasks = [];
    private readonly System.Collections.Generic.Queue<byte[]> _answers = [];
    private readonly List<(string Queue, OperationKind Kind, bool IsQuiet)> _seen = [];
    private int _actor;
    private int _tokens;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_result_that_comes_is_a_token_that_whoever_takes_the_result_waits_for(bool ordered)
    {
        using var controller = new FakeController(Answer);
        var pool = new Pool(1, "p");
        ResultIterator<int> results = ordered
            ? pool.IMap(PoolWork.Square, [1, 2, 3])
            : pool.IMapUnordered(PoolWork.Square, [1, 2, 3]);
        byte[][] answers =
        [
            .. _tasks.Select(static task => PoolMessages.Perform(task, new PoolCallees(), new WireBuffer()).ToArray()),
        ];
        Array.ForEach([answers[1], answers[0], answers[2]], _answers.Enqueue);
        _seen.Clear();
        controller.Hosted[0].Body();
        Assert.Equal(3, _seen.Count(static one => one is ("p's IMap 1", OperationKind.Put, true)));
        Assert.Equal(ordered ? [1, 4, 9] : [4, 1, 9], results);
        Assert.Equal(3, _seen.Count(static one => one is ("p's IMap 1", OperationKind.Get, false)));
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void A_result_that_is_not_there_in_time_costs_no_token()
    {
        using var controller = new FakeController(Answer);
        var pool = new Pool(1, "p");
        ResultIterator<int> results = pool.IMap(PoolWork.Square, [1]);
        Assert.Throws<TimeoutException>(() => results.Next(TimeSpan.FromSeconds(1)));
        Assert.Equal(("p's IMap 1", OperationKind.Get, false), _seen[^1]);
        Assert.Equal(TimeSpan.TicksPerSecond, controller.Arrived[^1].Timeout);
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void Close_tells_who_waits_that_the_input_has_ended()
    {
        using var controller = new FakeController(Answer);
        var pool = new Pool(1, "p");
        _ = pool.IMap(PoolWork.Square, Enumerable.Range(0, 100));
        Assert.Equal(64, _tasks.Count);
        pool.Close();
        Assert.Equal(100, _tasks.Count);
        Assert.Equal(
            [("p's IMap 1", OperationKind.Put, false), ("p's tasks", OperationKind.Close, false)],
            _seen.TakeLast(2)
        );
        CurrentProcess.BeginMain();
    }

    private Decision Answer(Operation operation)
    {
        string queue = operation.Space == ObjectSpace.Slot ? NamedSlot.NameAt(operation.Object) : "";
        _seen.Add((queue, operation.Kind, operation.IsQuiet));
        return (queue, operation.Kind) switch
        {
            (_, OperationKind.Start) => new Decision(Outcome.Go, ++_actor),
            ("p's tasks", OperationKind.Put) => Put(operation),
            ("p's results", OperationKind.Get) => new Decision(
                Outcome.Go,
                0,
                _answers.TryDequeue(out byte[]? answer) ? answer : null
            ),
            ("p's IMap 1", OperationKind.Put) => new Decision(Outcome.Go, _tokens++),
            ("p's IMap 1", OperationKind.Get) when _tokens == 0 => new Decision(Outcome.TimedOut),
            ("p's IMap 1", OperationKind.Get) => new Decision(Outcome.Go, --_tokens),
            _ => new Decision(Outcome.Go),
        };
    }

    private Decision Put(Operation operation)
    {
        _tasks.Enqueue(operation.Payload!);
        return new Decision(Outcome.Go);
    }
}
