using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Keeps the ends of pipes that this process has sent in messages until they are fetched by whoever receives the message, on a
/// thread that is started with the first one. What nobody fetches stays open as long as this process lives. As Python's
/// <c>multiprocessing.resource_sharer</c>.
/// </summary>
internal sealed class PostOffice
{
    /// <summary>Bytes of an order: the office's key and a ticket.</summary>
    public const int OrderSize = 2 * sizeof(long);

    private const int Backlog = 64;
    private const int StackSize = 256 * 1024;

    // Who connects and says nothing must not keep the others waiting for ever.
    private const int PatienceMilliseconds = 5_000;

    // Long enough not to burn a processor while there is no room, short enough that nobody minds.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private static readonly System.Threading.Lock s_gate = new();
    private static PostOffice? s_open;

    private readonly PostAddress _address = PostAddress.Create();
    private readonly Dictionary<long, DescriptorUse> _parcels = [];
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private long _lastTicket;

    private PostOffice()
    {
        try
        {
            _listener.Bind(_address.EndPoint);
            _listener.Listen(Backlog);
        }
        catch
        {
            _listener.Dispose();
            throw;
        }
        new Thread(Serve, StackSize) { IsBackground = true, Name = "post office" }.Start();
    }

    /// <summary>Why no connection can travel in a message; <see langword="null"/> when one can.</summary>
    public static string? Refusal =>
        Seam.Controller is not null
            ? "in a controlled run an end of a pipe travels only when a process starts. Pass it as an argument of the Process"
        : OperatingSystemPlatform.Current.Pipes.CanHandOver ? null
        : "on this system an end of a pipe is handed on only when a process starts. Pass it as an argument of the Process";

    /// <summary>Takes a connection in. It may be closed here at once.</summary>
    public static PostedConnection Post(Connection connection)
    {
        int abilities = (connection.CanRead ? 1 : 0) | (connection.CanWrite ? 2 : 0);
        lock (s_gate)
        {
            s_open ??= new PostOffice();
            DescriptorUse parcel = ((RealConnectionEnd)connection.End).Use();
            long ticket = ++s_open._lastTicket;
            s_open._parcels.Add(ticket, parcel);
            return new PostedConnection(s_open._address, ticket, connection.Name, (byte)abilities);
        }
    }

    /// <summary>The message was not sent.</summary>
    public static void TakeBack(in PostedConnection posted) => Parcel(posted.Ticket)?.Dispose();

    private static DescriptorUse? Parcel(long ticket)
    {
        lock (s_gate)
        {
            return s_open is not null && s_open._parcels.Remove(ticket, out DescriptorUse? parcel) ? parcel : null;
        }
    }

    private void Serve()
    {
        while (true)
        {
            try
            {
                // A descriptor is taken before a client is looked for: without this, one that is not there would fail it, too.
                _ = _listener.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
                using Socket client = _listener.Accept();
                client.ReceiveTimeout = PatienceMilliseconds;
                Serve(client);
            }
            // A SocketException is one, too.
            catch (Win32Exception problem)
            {
                // The client is gone; what it did not get it can be told by nobody else. Or this process has no descriptor left.
                Trace.WriteLine(problem);
                Thread.Sleep(s_pause);
            }
        }
    }

    private void Serve(Socket client)
    {
        Span<byte> order = stackalloc byte[OrderSize];
        for (int filled = 0; filled < OrderSize; )
        {
            int received = client.Receive(order[filled..]);
            if (received == 0)
            {
                return;
            }
            filled += received;
        }
        if (BinaryPrimitives.ReadInt64LittleEndian(order) != _address.Key)
        {
            return;
        }
        using DescriptorUse? parcel = Parcel(BinaryPrimitives.ReadInt64LittleEndian(order[sizeof(long)..]));
        if (parcel is not null)
        {
            int socket = (int)client.SafeHandle.DangerousGetHandle();
            _ = OperatingSystemPlatform.Current.Pipes.HandOver(socket, [parcel.Descriptor]);
        }
    }
}
