namespace ConcurrencyKatas.Platform;

/// <summary>Both ends of a pipe; both stay in this process unless a spawn hands them on.</summary>
internal sealed unsafe class DescriptorPipe : IDisposable
{
    private DescriptorPipe(int readEnd, int writeEnd)
    {
        ReadEnd = readEnd;
        WriteEnd = writeEnd;
    }

    /// <summary>The end to read from; −1 once closed or taken.</summary>
    public int ReadEnd { get; private set; }

    /// <summary>The end to write to; −1 once closed.</summary>
    public int WriteEnd { get; private set; }

    private static IPipes Pipes => OperatingSystemPlatform.Current.Pipes;

    public static DescriptorPipe Create()
    {
        (int reader, int writer) = Pipes.Create();
        return new DescriptorPipe(reader, writer);
    }

    /// <summary>Hands the read end over to the caller, who closes it.</summary>
    public int TakeReadEnd()
    {
        int end = ReadEnd;
        ReadEnd = -1;
        return end;
    }

    /// <summary>Closes the end to read from, so that writing fails once nobody else has it open.</summary>
    public void CloseReadEnd() => ReadEnd = Close(ReadEnd);

    /// <summary>Closes the end to write to, so that reading ends once nobody else has it open.</summary>
    public void CloseWriteEnd() => WriteEnd = Close(WriteEnd);

    /// <summary>Writes everything. A reader that has died is no error here: its exit code tells.</summary>
    public void Send(ReadOnlySpan<byte> message) => Send(WriteEnd, message);

    /// <summary>Writes everything to a descriptor; the same holds.</summary>
    public static void Send(int descriptor, ReadOnlySpan<byte> message)
    {
        fixed (byte* start = message)
        {
            _ = Pipes.Write(descriptor, start, message.Length);
        }
    }

    /// <summary>Reads a descriptor to its end.</summary>
    public static byte[] Receive(int descriptor)
    {
        var received = new MemoryStream();
        byte[] block = new byte[16 * 1024];
        fixed (byte* start = block)
        {
            int count;
            while ((count = Pipes.Read(descriptor, start, block.Length)) > 0)
            {
                received.Write(block, 0, count);
            }
        }
        return received.ToArray();
    }

    public void Dispose()
    {
        ReadEnd = Close(ReadEnd);
        WriteEnd = Close(WriteEnd);
    }

    private static int Close(int end)
    {
        if (end >= 0)
        {
            Pipes.Close(end);
        }
        return -1;
    }
}
