using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>The contract over pipes of a controlled run.</summary>
[Collection(nameof(Seam))]
public sealed class ControlledPipeTests : PipeContract, IDisposable
{
    private readonly ModelController _controller = new();

    [Fact]
    public void An_end_in_a_message_is_refused_and_nothing_is_sent()
    {
        var (one, two) = Pipe.Create();
        var refused = Assert.Throws<MultiprocessingUsageException>(() => one.Send(two));
        Assert.Contains("argument of the Process", refused.Message, StringComparison.Ordinal);
        _ = Assert.Throws<MultiprocessingUsageException>(() => new Queue<Connection>().Put(two));
        Assert.False(two.Poll());
    }

    public void Dispose() => _controller.Dispose();
}
