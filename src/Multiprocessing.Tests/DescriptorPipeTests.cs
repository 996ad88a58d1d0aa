using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Pipes between a parent and a child, when one of them is gone.</summary>
public sealed class DescriptorPipeTests
{
    [Fact]
    public void What_was_sent_before_the_end_was_closed_is_received_whole()
    {
        using var pipe = DescriptorPipe.Create();
        byte[] message = [.. Enumerable.Range(0, 40_000).Select(n => (byte)n)];
        pipe.Send(message);
        pipe.CloseWriteEnd();
        Assert.Equal(message, DescriptorPipe.Receive(pipe.ReadEnd));
    }

    [Fact]
    public void A_reader_that_is_gone_is_no_error()
    {
        using var pipe = DescriptorPipe.Create();
        pipe.CloseReadEnd();
        pipe.Send([1, 2, 3]);
        Assert.Equal(-1, pipe.ReadEnd);
    }

    [Fact]
    public void An_end_that_is_closed_can_neither_be_written_to_nor_read_from()
    {
        using var pipe = DescriptorPipe.Create();
        pipe.CloseWriteEnd();
        Assert.Contains("Cannot write to a pipe", Refusal(() => pipe.Send([1])));
        Assert.Contains("Cannot read from a pipe", Refusal(() => DescriptorPipe.Receive(-1)));
    }

    private static string Refusal(Action act) => Assert.ThrowsAny<Exception>(act).Message;
}
