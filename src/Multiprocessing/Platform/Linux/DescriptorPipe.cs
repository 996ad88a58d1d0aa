using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Both ends of a pipe; neither survives an exec unless a spawn hands it on.</summary>
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

    public static DescriptorPipe Create()
    {
        int* ends = stackalloc int[2];
        return Libc.Pipe2(ends, Libc.CloseOnExecFlag) == 0
            ? new DescriptorPipe(ends[0], ends[1])
            : throw Libc.Failure("Cannot create a pipe");
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
            for (nint sent = 0; sent < message.Length; )
            {
                nint count = Libc.Write(descriptor, start + sent, message.Length - sent);
                int error = Marshal.GetLastPInvokeError();
                if (count < 0 && error == Libc.EPIPE)
                {
                    return;
                }
                if (count < 0 && error != Libc.EINTR)
                {
                    throw Libc.Failure("Cannot write to a pipe", error);
                }
                sent += Math.Max(0, count);
            }
        }
    }

    /// <summary>Reads a descriptor to its end.</summary>
    public static byte[] Receive(int descriptor)
    {
        var received = new MemoryStream();
        byte[] block = new byte[16 * 1024];
        while (true)
        {
            nint count;
            fixed (byte* start = block)
            {
                count = Libc.Read(descriptor, start, block.Length);
            }
            if (count == 0)
            {
                return received.ToArray();
            }
            if (count < 0 && Marshal.GetLastPInvokeError() != Libc.EINTR)
            {
                throw Libc.Failure("Cannot read from a pipe");
            }
            received.Write(block, 0, (int)Math.Max(0, count));
        }
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
            _ = Libc.Close(end);
        }
        return -1;
    }
}
