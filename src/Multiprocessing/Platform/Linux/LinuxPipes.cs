namespace ConcurrencyKatas.Platform;

/// <summary>pipe2 and socketpair.</summary>
internal sealed unsafe class LinuxPipes : PosixPipes, IPipes
{
    internal const int ECONNRESET = 104;

    private const int StreamCloseOnExec = Stream | Libc.CloseOnExecFlag;

    /// <inheritdoc/>
    public bool CanHandOver => true;

    /// <inheritdoc/>
    protected override int ConnectionReset => ECONNRESET;

    /// <inheritdoc/>
    public bool HandOver(int descriptor, ReadOnlySpan<int> handed) => DescriptorMail.Send(descriptor, handed);

    /// <inheritdoc/>
    public int[]? TakeOver(int descriptor) => DescriptorMail.Receive(descriptor);

    /// <inheritdoc/>
    public override (int Reader, int Writer) Create()
    {
        int* ends = stackalloc int[2];
        return Libc.Pipe2(ends, Libc.CloseOnExecFlag) == 0
            ? (ends[0], ends[1])
            : throw SystemFailure.Of("Cannot make a pipe");
    }

    /// <inheritdoc/>
    public override (int First, int Second) CreateDuplex()
    {
        int* ends = stackalloc int[2];
        return Libc.SocketPair(LocalDomain, StreamCloseOnExec, 0, ends) == 0
            ? (ends[0], ends[1])
            : throw SystemFailure.Of("Cannot make a pipe");
    }
}
