using System.Buffers.Binary;
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

    private static bool Write(int descriptor, byte* start, int length) =>
        OperatingSystemPlatform.Current.Pipes.Write(descriptor, start, length);

    private static int Read(int descriptor, byte* start, int length)
    {
        IPipes pipes = OperatingSystemPlatform.Current.Pipes;
        int filled = 0;
        int count;
        while (filled < length && (count = pipes.Read(descriptor, start + filled, length - filled)) > 0)
        {
            filled += count;
        }
        return filled;
    }
}
