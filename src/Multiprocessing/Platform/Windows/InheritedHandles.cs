using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// The handles that a child gets, as copies that can be inherited; ours are closed once it has been started. Only this list
/// is inherited by the child, but a program that somebody else in this process starts at this moment may get them too.
/// </summary>
internal sealed unsafe class InheritedHandles : IDisposable
{
    private const int OutputNumber = -11;
    private const int ErrorNumber = -12;
    private const uint ReadAndWrite = 0xC000_0000;
    private const uint SharedReadAndWrite = 3;
    private const uint OpenExisting = 3;

    private readonly List<nint> _copies = [];
    private readonly List<nint> _ends = [];

    public InheritedHandles(SpawnRequest request)
    {
        try
        {
            Input = Nothing();
            Output = Stream(request.Output, OutputNumber);
            Error = Stream(request.Output, ErrorNumber);
            Passed =
            [
                .. request.Descriptors.Select(passed => (Number: passed.To, Handle: Copy(passed.From, close: false))),
            ];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The standard streams.</summary>
    public nint Input { get; }

    public nint Output { get; }

    public nint Error { get; }

    /// <summary>The others, with the numbers under which the child finds them.</summary>
    public IReadOnlyList<(int Number, nint Handle)> Passed { get; } = [];

    /// <summary>All of them.</summary>
    public nint[] All => [.. _copies];

    /// <summary>Hands the ends over from which the child's output is read, if that was asked for.</summary>
    public (SafeFileHandle? Output, SafeFileHandle? Error) TakeOutput()
    {
        SafeFileHandle[] taken = [.. _ends.Select(static end => new SafeFileHandle(end, true))];
        _ends.Clear();
        return taken is [var output, var error] ? (output, error) : (null, null);
    }

    public void Dispose()
    {
        foreach (nint handle in _copies.Concat(_ends))
        {
            _ = Kernel32.CloseHandle(handle);
        }
        _copies.Clear();
        _ends.Clear();
    }

    private nint Stream(SpawnOutput wanted, int number)
    {
        if (wanted == SpawnOutput.Pipe)
        {
            nint reader;
            nint writer;
            if (Kernel32.CreatePipe(&reader, &writer, null, 0) == 0)
            {
                throw SystemFailure.Of("Cannot make a pipe for a child's output");
            }
            _ends.Add(reader);
            return Copy(writer, close: true);
        }
        nint own = wanted == SpawnOutput.Inherit ? Kernel32.StandardHandle(number) : 0;
        return own is 0 or -1 ? Nothing() : Copy(own, close: false);
    }

    private nint Nothing()
    {
        fixed (char* name = "NUL")
        {
            nint opened = Kernel32.CreateFile(name, ReadAndWrite, SharedReadAndWrite, null, OpenExisting, 0, 0);
            return opened == -1 ? throw SystemFailure.Of("Cannot open NUL for a child") : Copy(opened, close: true);
        }
    }

    private nint Copy(nint handle, bool close)
    {
        try
        {
            nint copy = Handles.Inheritable(handle);
            _copies.Add(copy);
            return copy;
        }
        finally
        {
            if (close)
            {
                _ = Kernel32.CloseHandle(handle);
            }
        }
    }
}
