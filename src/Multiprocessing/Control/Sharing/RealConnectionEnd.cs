using ConcurrencyKatas.Platform;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Control;

/// <summary>An end of a pipe of the operating system. Threads that use it at the same time take turns.</summary>
internal sealed class RealConnectionEnd(int descriptor) : IConnectionEnd
{
    private readonly System.Threading.Lock _sending = new();
    private readonly System.Threading.Lock _receiving = new();
    private readonly SafeFileHandle _handle = new(descriptor, ownsHandle: true);
    private bool _isUnreadable;

    public bool IsClosed => _handle.IsClosed;

    public int Descriptor => (int)_handle.DangerousGetHandle();

    /// <summary>The end that this process inherited under a number.</summary>
    public static RealConnectionEnd Inherit(int number) => new(ChildGuard.Inherited(number));

    public bool Send(ReadOnlySpan<byte> message, string name)
    {
        lock (_sending)
        {
            using DescriptorUse used = Use();
            return ByteChannel.Send(used.Descriptor, message);
        }
    }

    public Reception Receive(int maximum, out int length, out byte[] message)
    {
        (length, message) = (0, []);
        lock (_receiving)
        {
            if (_isUnreadable)
            {
                return Reception.Unreadable;
            }
            using DescriptorUse used = Use();
            if (ByteChannel.ReceiveLength(used.Descriptor) is not { } came)
            {
                return Reception.End;
            }
            length = came;
            _isUnreadable = length < 0 || length > maximum;
            if (_isUnreadable)
            {
                return Reception.TooLong;
            }
            message = ByteChannel.ReceiveMessage(used.Descriptor, length);
            return Reception.Message;
        }
    }

    public void Close() => _handle.Dispose();

    /// <summary>Keeps the descriptor open until that is disposed of.</summary>
    public DescriptorUse Use() => new(_handle);
}
