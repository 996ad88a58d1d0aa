using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Control;

/// <summary>Keeps a descriptor from being closed by another thread while it is used.</summary>
internal sealed class DescriptorUse : IDisposable
{
    private readonly SafeFileHandle _handle;

    public DescriptorUse(SafeFileHandle handle)
    {
        bool added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public int Descriptor => (int)_handle.DangerousGetHandle();

    public void Dispose() => _handle.DangerousRelease();
}
