using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A null-terminated vector of C strings.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly int _count;

    public NativeStrings(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        _count = all.Length;
        Pointer = (byte**)NativeMemory.AllocZeroed((nuint)_count + 1, (nuint)sizeof(byte*));
        for (int index = 0; index < _count; index++)
        {
            Pointer[index] = (byte*)Marshal.StringToCoTaskMemUTF8(all[index]);
        }
    }

    /// <summary>The vector; valid until this is disposed.</summary>
    public byte** Pointer { get; }

    public void Dispose()
    {
        for (int index = 0; index < _count; index++)
        {
            Marshal.FreeCoTaskMem((nint)Pointer[index]);
        }
        NativeMemory.Free(Pointer);
    }
}
