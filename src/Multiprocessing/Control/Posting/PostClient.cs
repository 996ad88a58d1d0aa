using System.Buffers.Binary;
using System.Net.Sockets;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Fetches descriptors from the post office of another process.</summary>
internal static class PostClient
{
    /// <summary>Fetches one; it belongs to the caller then.</summary>
    /// <returns><see langword="null"/> when it is not there, or nobody is.</returns>
    /// <exception cref="IOException">This process may open no more descriptors.</exception>
    public static int? Fetch(in PostAddress office, long ticket)
    {
        Span<byte> order = stackalloc byte[PostOffice.OrderSize];
        BinaryPrimitives.WriteInt64LittleEndian(order, office.Key);
        BinaryPrimitives.WriteInt64LittleEndian(order[sizeof(long)..], ticket);
        using Socket socket = Open();
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

    private static Socket Open()
    {
        try
        {
            return new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        }
        catch (SocketException problem)
        {
            throw new IOException(
                $"An end of a pipe came in a message and could not be fetched: {problem.Message}. Raise the limit of open "
                    + "descriptors (ulimit -n), or close what is not needed.",
                problem
            );
        }
    }
}
