using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Pipes and socket pairs by file descriptors.</summary>
internal abstract unsafe class PosixPipes : IPipes
{
    /// <summary>The domain AF_UNIX.</summary>
    protected const int LocalDomain = 1;

    /// <summary>The type SOCK_STREAM.</summary>
    protected const int Stream = 1;

    private const short Readable = 1;

    /// <summary>The number of ECONNRESET.</summary>
    protected abstract int ConnectionReset { get; }

    /// <inheritdoc/>
    public abstract (int Reader, int Writer) Create();

    /// <inheritdoc/>
    public abstract (int First, int Second) CreateDuplex();

    /// <inheritdoc/>
    public int Read(int descriptor, byte* start, int count)
    {
        while (true)
        {
            nint read = Libc.Read(descriptor, start, count);
            int error = read < 0 ? Marshal.GetLastPInvokeError() : 0;
            // The other end was closed with something of ours unread in it: for who reads here that is the end as well.
            if (error == 0 || error == ConnectionReset)
            {
                return (int)Math.Max(0, read);
            }
            if (error != Libc.EINTR)
            {
                throw SystemFailure.Of("Cannot read from a pipe", error);
            }
        }
    }

    /// <inheritdoc/>
    public bool Write(int descriptor, byte* start, int count)
    {
        for (int sent = 0; sent < count; )
        {
            nint written = Libc.Write(descriptor, start + sent, count - sent);
            int error = written < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (error == Libc.EPIPE || (error != 0 && error == ConnectionReset))
            {
                return false;
            }
            if (error is not (0 or Libc.EINTR))
            {
                throw SystemFailure.Of("Cannot write to a pipe", error);
            }
            sent += (int)Math.Max(0, written);
        }
        return true;
    }

    /// <inheritdoc/>
    public bool[] WaitAny(ReadOnlySpan<int> descriptors, long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        var wanted = new Libc.PollDescriptor[descriptors.Length];
        for (int index = 0; index < wanted.Length; index++)
        {
            wanted[index] = new() { Descriptor = descriptors[index], Events = Readable };
        }
        int ready;
        do
        {
            double left = (TimeSpan.FromTicks(timeout) - Stopwatch.GetElapsedTime(start)).TotalMilliseconds;
            int milliseconds = timeout < 0 ? -1 : (int)Math.Clamp(Math.Ceiling(left), 0, int.MaxValue);
            fixed (Libc.PollDescriptor* first = wanted)
            {
                ready = Libc.Poll(first, (nuint)wanted.Length, milliseconds);
            }
        } while (
            // Interrupted, or the time is longer than one call can wait.
            ready < 0
            || (ready == 0 && (timeout < 0 || TimeSpan.FromTicks(timeout) > Stopwatch.GetElapsedTime(start)))
        );
        return [.. wanted.Select(static one => one.Returned != 0)];
    }

    /// <inheritdoc/>
    public void Close(int descriptor) => _ = Libc.Close(descriptor);
}
