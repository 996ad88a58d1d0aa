using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Messages through a pipe: four bytes of length, then the bytes.</summary>
internal static unsafe class PoolFrames
{
    private const int Header = 4;

    /// <summary>Sends a message. That nobody reads any more is no error here: no answer will come.</summary>
    public static void Send(int descriptor, ReadOnlySpan<byte> message)
    {
        byte[] frame = new byte[Header + message.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, message.Length);
        message.CopyTo(frame.AsSpan(Header));
        Pipe.Send(descriptor, frame);
    }

    /// <summary>Waits for a message; <see langword="null"/> when the other side is gone.</summary>
    public static byte[]? Receive(int descriptor)
    {
        byte* header = stackalloc byte[Header];
        if (!Fill(descriptor, header, Header))
        {
            return null;
        }
        int length = BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(header, Header));
        if (length is < 0 or > WireLimits.Bytes + WireLimits.Bytes)
        {
            return null; // A task wrote to the descriptor itself; what follows cannot be understood.
        }
        byte[] message = new byte[length];
        fixed (byte* start = message)
        {
            return Fill(descriptor, start, length) ? message : null;
        }
    }

    private static bool Fill(int descriptor, byte* start, int length)
    {
        for (int filled = 0; filled < length; )
        {
            nint count = Libc.Read(descriptor, start + filled, length - filled);
            if (count == 0)
            {
                return false;
            }
            if (count < 0 && Marshal.GetLastPInvokeError() != Libc.EINTR)
            {
                throw Libc.Failure("Cannot read from a pipe of a pool");
            }
            filled += (int)Math.Max(0, count);
        }
        return true;
    }
}
