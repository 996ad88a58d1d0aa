using System.Buffers.Binary;
using System.Net.Sockets;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Fetches descriptors from the post office of another process.</summary>
internal static class PostClient
{
    /// <summary>Fetches one; it belongs to the caller then.</summary>
    /// <returns><see langword="null"/> when it is not there, or nobody is.</returns>
    public static int? Fetch(in PostAddress office, long ticket)
    {
        Span<byte> order = stackalloc byte[PostOffice.OrderSize];
        BinaryPrimitives.WriteInt64LittleEndian(order, office.Key);
        BinaryPrimitives.WriteInt64LittleEndian(order[sizeof(long)..], ticket);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(office.EndPoint);
            _ = socket.Send(order);
        }
        catch (SocketException)
        {
            return null;
        }
        int descriptor = (int)socket.SafeHandle.DangerousGetHandle();
        return OperatingSystemPlatform.Current.Pipes.TakeOver(descriptor) is [var fetched] ? fetched : null;
    }
}
