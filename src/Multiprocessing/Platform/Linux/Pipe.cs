namespace ConcurrencyKatas.Platform;

/// <summary>Both ends of a pipe; neither survives an exec unless a spawn hands it on.</summary>
internal sealed unsafe class Pipe : IDisposable
{
    private Pipe(int readEnd, int writeEnd)
    {
        ReadEnd = readEnd;
        WriteEnd = writeEnd;
    }

    /// <summary>The end to read from; −1 once closed or taken.</summary>
    public int ReadEnd { get; private set; }

    /// <summary>The end to write to; −1 once closed.</summary>
    public int WriteEnd { get; private set; }

    public static Pipe Create()
    {
        int* ends = stackalloc int[2];
        return Libc.Pipe2(ends, Libc.CloseOnExecFlag) == 0
            ? new Pipe(ends[0], ends[1])
            : throw Libc.Failure("Cannot create a pipe");
    }

    /// <summary>Hands the read end over to the caller, who closes it.</summary>
    public int TakeReadEnd()
    {
        int end = ReadEnd;
        ReadEnd = -1;
        return end;
    }

    /// <summary>Closes the end to write to, so that readers see the end once nobody else has it open.</summary>
    public void CloseWriteEnd() => WriteEnd = Close(WriteEnd);

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
