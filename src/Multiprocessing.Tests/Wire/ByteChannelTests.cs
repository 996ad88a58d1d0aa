using System.ComponentModel;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Tests.Wire;

/// <summary>Messages that come whole, or are said not to.</summary>
public sealed class ByteChannelTests : IDisposable
{
    private readonly DescriptorPipe _pipe = DescriptorPipe.Create();

    private int From => _pipe.ReadEnd;

    private int To => _pipe.WriteEnd;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40_000)]
    public void What_is_sent_is_received(int length)
    {
        byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        Assert.True(ByteChannel.Send(To, message));
        Assert.Equal(length, ByteChannel.ReceiveLength(From));
        Assert.Equal(message, ByteChannel.ReceiveMessage(From, length));
    }

    [Fact]
    public void After_the_last_message_comes_nothing()
    {
        _pipe.CloseWriteEnd();
        Assert.Null(ByteChannel.ReceiveLength(From));
    }

    [Fact]
    public void A_message_that_breaks_off_in_its_length_is_an_error()
    {
        _pipe.Send([7, 0]);
        _pipe.CloseWriteEnd();
        IOException problem = Assert.Throws<IOException>(() => ByteChannel.ReceiveLength(From));
        Assert.Contains("broke off in the middle", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_breaks_off_in_its_bytes()
    {
        _pipe.Send([3, 0, 0, 0, 1]);
        _pipe.CloseWriteEnd();
        Assert.Equal(3, ByteChannel.ReceiveLength(From));
        Assert.Throws<IOException>(() => ByteChannel.ReceiveMessage(From, 3));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40_000)]
    public void Who_sends_to_nobody_is_told(int length)
    {
        _pipe.CloseReadEnd();
        Assert.False(ByteChannel.Send(To, new byte[length]));
    }

    [Fact]
    public void What_the_system_refuses_is_an_error_that_says_what_was_wanted()
    {
        Win32Exception sent = Assert.Throws<Win32Exception>(() => ByteChannel.Send(From, [1]));
        Assert.Contains("Cannot write to a pipe", sent.Message, StringComparison.Ordinal);
        Win32Exception received = Assert.Throws<Win32Exception>(() => ByteChannel.ReceiveLength(To));
        Assert.Contains("Cannot read from a pipe", received.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _pipe.Dispose();
}
