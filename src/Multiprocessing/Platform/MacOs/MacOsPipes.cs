namespace ConcurrencyKatas.Platform;

/// <summary>pipe and socketpair, whose ends are kept from other programs one by one: there is no call that does both.</summary>
internal sealed unsafe class MacOsPipes : PosixPipes
{
    /// <inheritdoc/>
    protected override int ConnectionReset => LibSystem.ECONNRESET;

    /// <inheritdoc/>
    public override (int Reader, int Writer) Create()
    {
        int* ends = stackalloc int[2];
        return Own(LibSystem.Pipe(ends), ends);
    }

    /// <inheritdoc/>
    public override (int First, int Second) CreateDuplex()
    {
        int* ends = stackalloc int[2];
        return Own(Libc.SocketPair(LocalDomain, Stream, 0, ends), ends);
    }

    private static (int, int) Own(int result, int* ends)
    {
        if (result != 0)
        {
            throw SystemFailure.Of("Cannot make a pipe");
        }
        _ = LibSystem.Control(ends[0], LibSystem.CloseOnExec);
        _ = LibSystem.Control(ends[1], LibSystem.CloseOnExec);
        return (ends[0], ends[1]);
    }
}
