using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A wait for several pipes and processes. A read of no bytes ends when a pipe has something to be read, and takes nothing; so
/// it is what is waited for.
/// </summary>
internal sealed unsafe class WindowsWait : IDisposable
{
    // What one call can wait for; more are looked at in turn.
    private const int MostAtOnce = 64;
    private const int LookMilliseconds = 10;
    private const uint IsPipe = 3;

    private readonly int[] _descriptors;
    private readonly bool[] _isPipe;
    private readonly nint[] _handles;
    private readonly Kernel32.Overlapped* _calls;

    public WindowsWait(ReadOnlySpan<int> descriptors)
    {
        _descriptors = descriptors.ToArray();
        _isPipe = Array.ConvertAll(_descriptors, static one => Kernel32.GetFileType(one) == IsPipe);
        _handles = new nint[_descriptors.Length];
        _calls = (Kernel32.Overlapped*)
            NativeMemory.AllocZeroed((nuint)_descriptors.Length + 1, (nuint)sizeof(Kernel32.Overlapped));
    }

    /// <summary>See <see cref="IPipes.WaitAny"/>.</summary>
    public bool[] For(long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            bool[] ready = Array.ConvertAll([.. Enumerable.Range(0, _descriptors.Length)], IsReady);
            long left = timeout < 0 ? long.MaxValue : timeout - Stopwatch.GetElapsedTime(start).Ticks;
            if (left <= 0 || Array.Exists(ready, static one => one))
            {
                return ready;
            }
            long milliseconds = timeout < 0 ? Kernel32.Infinite : ((left - 1) / TimeSpan.TicksPerMillisecond) + 1;
            Sleep((uint)Math.Min(milliseconds, timeout < 0 ? Kernel32.Infinite : int.MaxValue));
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_calls);
        for (int index = 0; index < _handles.Length; index++)
        {
            if (_isPipe[index] && _handles[index] != 0)
            {
                _ = Kernel32.CloseHandle(_handles[index]);
            }
        }
    }

    // A pipe that cannot even be asked is ready: whoever reads from it is told why.
    private bool IsReady(int index)
    {
        if (!_isPipe[index])
        {
            return Kernel32.Wait(_descriptors[index], 0) == 0;
        }
        uint available = 0;
        return Kernel32.PeekNamedPipe(_descriptors[index], null, 0, null, &available, null) == 0 || available > 0;
    }

    private void Sleep(uint milliseconds)
    {
        if (_descriptors.Length > MostAtOnce)
        {
            Thread.Sleep((int)Math.Min(milliseconds, LookMilliseconds));
            return;
        }
        int begun = 0;
        try
        {
            for (; begun < _descriptors.Length; begun++)
            {
                if (!Begin(begun))
                {
                    return; // There is news already.
                }
            }
            fixed (nint* handles = _handles)
            {
                if (begun == 0)
                {
                    Thread.Sleep((int)milliseconds);
                }
                else if (Kernel32.WaitMultiple((uint)begun, handles, 0, milliseconds) == uint.MaxValue)
                {
                    throw SystemFailure.Of("Cannot wait for pipes and processes");
                }
            }
        }
        finally
        {
            for (int index = 0; index < begun; index++)
            {
                End(index);
            }
        }
    }

    private bool Begin(int index)
    {
        if (!_isPipe[index])
        {
            _handles[index] = _descriptors[index];
            return true;
        }
        if (_handles[index] == 0)
        {
            _handles[index] = ThreadEvent.Make();
        }
        _calls[index] = new() { Event = _handles[index] };
        byte nothing;
        return Kernel32.ReadFile(_descriptors[index], &nothing, 0, null, &_calls[index]) == 0
            && Marshal.GetLastPInvokeError() == Kernel32.IoPending;
    }

    // The kernel writes to where a call stands until that has ended.
    private void End(int index)
    {
        if (_isPipe[index])
        {
            uint moved;
            _ = Kernel32.CancelIo(_descriptors[index], &_calls[index]);
            _ = Kernel32.GetOverlappedResult(_descriptors[index], &_calls[index], &moved, wait: 1);
        }
    }
}
