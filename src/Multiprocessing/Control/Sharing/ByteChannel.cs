using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Messages through a descriptor: four bytes of length, then the bytes. Nothing is ever read ahead.</summary>
internal static unsafe class ByteChannel
{
    private const int Header = 4;

    // Up to here one more copy costs less than one more call of the system.
    private const int ShortLength = 16 * 1024;

    /// <summary>Sends a message; waits while the other side has too much to read.</summary>
    /// <returns>Whether anybody can still read it.</returns>
    public static bool Send(int descriptor, ReadOnlySpan<byte> message)
    {
        if (message.Length > ShortLength)
        {
            byte* header = stackalloc byte[Header];
            BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(header, Header), message.Length);
            fixed (byte* start = message)
            {
                return Write(descriptor, header, Header) && Write(descriptor, start, message.Length);
            }
        }
        byte* frame = stackalloc byte[Header + message.Length];
        BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(frame, Header), message.Length);
        message.CopyTo(new Span<byte>(frame + Header, message.Length));
        return Write(descriptor, frame, Header + message.Length);
    }

    /// <summary>Waits for the length of the next message; <see langword="null"/> when there will be none.</summary>
    public static int? ReceiveLength(int descriptor)
    {
        byte* header = stackalloc byte[Header];
        int filled = Read(descriptor, header, Header);
        return filled == 0 ? null
            : filled < Header ? throw CutOff()
            : BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(header, Header));
    }

    /// <summary>Reads the message itself.</summary>
    public static byte[] ReceiveMessage(int descriptor, int length)
    {
        byte[] message = GC.AllocateUninitializedArray<byte>(length);
        fixed (byte* start = message)
        {
            return Read(descriptor, start, length) == length ? message : throw CutOff();
        }
    }

    private static IOException CutOff() =>
        new(
            "A message broke off in the middle (got end of file during message): its sender has ended, or has closed its end, "
                + "while it sent."
        );

    private static bool Write(int descriptor, byte* start, int length)
    {
        for (int sent = 0; sent < length; )
        {
            nint count = Libc.Write(descriptor, start + sent, length - sent);
            int error = count < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (error is Libc.EPIPE or Libc.ECONNRESET)
            {
                return false;
            }
            if (error is not (0 or Libc.EINTR))
            {
                throw Libc.Failure("Cannot send through a pipe", error);
            }
            sent += (int)Math.Max(0, count);
        }
        return true;
    }

    private static int Read(int descriptor, byte* start, int length)
    {
        int filled = 0;
        while (filled < length)
        {
            nint count = Libc.Read(descriptor, start + filled, length - filled);
            int error = count < 0 ? Marshal.GetLastPInvokeError() : 0;
            // The other end was closed with something of ours unread in it: for who reads here that is the end as well.
            if (count == 0 || error == Libc.ECONNRESET)
            {
                break;
            }
            if (error is not (0 or Libc.EINTR))
            {
                throw Libc.Failure("Cannot receive from a pipe", error);
            }
            filled += (int)Math.Max(0, count);
        }
        return filled;
    }
}
