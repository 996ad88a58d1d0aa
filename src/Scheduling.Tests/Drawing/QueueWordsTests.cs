using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is about to be done with the tasks and the results of a pool.</summary>
public sealed class QueueWordsTests
{
    [Theory]
    [InlineData(OperationKind.Put, QueueNames.Tasks, "adds a task of Pool-1")]
    [InlineData(OperationKind.Get, QueueNames.Results, "takes a result of Pool-1")]
    [InlineData(OperationKind.Set, " result 2", "makes Pool-1 result 2 ready")]
    [InlineData(OperationKind.Wait, " result 2", "waits for Pool-1 result 2")]
    public void It_is_said_of_which_pool(OperationKind kind, string queue, string said) =>
        Assert.Equal(said, QueueWords.Does(Operation.OnSlot(kind, 64), $"Pool-1{queue}"));

    [Theory]
    [InlineData(0, "finds it not ready")]
    [InlineData(9, "gives up waiting for it")]
    public void Who_waited_in_vain_gave_up_and_who_did_not_wait_only_looked(long timeout, string said)
    {
        Operation wait = Operation.OnSlot(OperationKind.Wait, 64, timeout);

        Assert.Equal(said, QueueWords.Did(new Step(0, 1, wait, Act.TimedOut, default, null), "it"));
    }
}
