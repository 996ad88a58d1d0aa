using System.Buffers.Binary;
using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>Messages over a stream socket: four bytes of length, then the message.</summary>
internal sealed class ManagerFrames(Socket socket)
{
    private const int LengthSize = sizeof(int);

    private byte[] _incoming = new byte[4096];
    private byte[] _outgoing = new byte[4096];
    private int _filled;
    private int _used;

    /// <summary>Sends one message.</summary>
    /// <exception cref="SocketException">The other side is gone.</exception>
    public void Send(ReadOnlySpan<byte> message)
    {
        int length = LengthSize + message.Length;
        Array.Resize(ref _outgoing, Math.Max(_outgoing.Length, length));
        BinaryPrimitives.WriteInt32LittleEndian(_outgoing, message.Length);
        message.CopyTo(_outgoing.AsSpan(LengthSize));
        for (int sent = 0; sent < length; )
        {
            sent += socket.Send(_outgoing.AsSpan(sent, length - sent), SocketFlags.None);
        }
    }

    /// <summary>Receives one message.</summary>
    /// <returns>The message, valid until the next call; <see langword="null"/> when the other side has closed.</returns>
    /// <exception cref="SocketException">The other side is gone.</exception>
    /// <exception cref="WireFormatException">The length cannot be one.</exception>
    public ReadOnlyMemory<byte>? Receive()
    {
        if (!Fill(LengthSize))
        {
            return null;
        }
        int length = BinaryPrimitives.ReadInt32LittleEndian(_incoming.AsSpan(_used));
        if (length is < 0 or > WireLimits.ManagerMessage)
        {
            throw new WireFormatException($"A message to or from a manager says it has {length} bytes.");
        }
        if (!Fill(LengthSize + length))
        {
            return null;
        }
        ReadOnlyMemory<byte> message = _incoming.AsMemory(_used + LengthSize, length);
        _used += LengthSize + length;
        return message;
    }

    // Makes sure that so many bytes lie there from _used on.
    private bool Fill(int count)
    {
        if (_filled - _used < count)
        {
            _incoming.AsSpan(_used, _filled - _used).CopyTo(_incoming);
            (_filled, _used) = (_filled - _used, 0);
            Array.Resize(ref _incoming, Math.Max(_incoming.Length, count));
        }
        while (_filled - _used < count)
        {
            int received = socket.Receive(_incoming.AsSpan(_filled), SocketFlags.None);
            if (received == 0)
            {
                return false;
            }
            _filled += received;
        }
        return true;
    }
}
