using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Messages through a pipe: four bytes of length, then the bytes.</summary>
internal static unsafe class PoolFrames
{
    private const int Header = 4;
    private const int ShortLength = 64 * 1024;

    /// <summary>Sends a message of two parts. That nobody reads any more is no error here: no answer will come.</summary>
    public static void Send(int descriptor, ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest = default)
    {
        bool isShort = rest.Length <= ShortLength; // Then a second write costs more than a copy.
        byte[] frame = new byte[Header + first.Length + (isShort ? rest.Length : 0)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, checked(first.Length + rest.Length));
        first.CopyTo(frame.AsSpan(Header));
        if (isShort)
        {
            rest.CopyTo(frame.AsSpan(Header + first.Length));
        }
        DescriptorPipe.Send(descriptor, frame);
        DescriptorPipe.Send(descriptor, isShort ? [] : rest);
    }

    /// <summary>Waits for a message; <see langword="null"/> when the other side is gone.</summary>
    /// <exception cref="WireFormatException">The length cannot be one.</exception>
    public static byte[]? Receive(int descriptor)
    {
        byte* header = stackalloc byte[Header];
        if (!Fill(descriptor, header, Header))
        {
            return null;
        }
        int length = BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(header, Header));
        if (length < 0)
        {
            throw new WireFormatException(
                $"A message through a pipe of a pool says that it has {length} bytes: something else than the pool has written "
                    + $"to descriptor {descriptor}'s other end."
            );
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
