using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The calls of Windows that this room makes, but for those that start programs; every signature is blittable.</summary>
internal static unsafe partial class Kernel32
{
    internal const int InvalidHandle = 6;
    internal const int AccessDenied = 5;
    internal const int HandleEof = 38;
    internal const int InvalidParameter = 87;
    internal const int BrokenPipe = 109;
    internal const int NoData = 232;
    internal const int PipeNotConnected = 233;
    internal const int OperationAborted = 995;
    internal const int IoPending = 997;
    internal const int UserMappedFile = 1224;

    internal const uint WaitTimeout = 258;
    internal const uint Infinite = uint.MaxValue;
    internal const uint HandleFlagInherit = 1;

    [LibraryImport("kernel32", EntryPoint = "CloseHandle", SetLastError = true)]
    internal static partial int CloseHandle(nint handle);

    [LibraryImport("kernel32", EntryPoint = "DuplicateHandle", SetLastError = true)]
    internal static partial int DuplicateHandle(
        nint process,
        nint handle,
        nint target,
        nint* copy,
        uint access,
        int inherit,
        uint options
    );

    [LibraryImport("kernel32", EntryPoint = "SetHandleInformation", SetLastError = true)]
    internal static partial int SetHandleInformation(nint handle, uint mask, uint flags);

    [LibraryImport("kernel32", EntryPoint = "GetFileType", SetLastError = true)]
    internal static partial uint GetFileType(nint handle);

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true)]
    internal static partial nint CreateFile(
        char* name,
        uint access,
        uint share,
        void* security,
        uint disposition,
        uint flags,
        nint template
    );

    [LibraryImport("kernel32", EntryPoint = "DeviceIoControl", SetLastError = true)]
    internal static partial int DeviceControl(
        nint handle,
        uint code,
        void* input,
        uint inputLength,
        void* output,
        uint outputLength,
        uint* returned,
        Overlapped* overlapped
    );

    [LibraryImport("kernel32", EntryPoint = "SetFileInformationByHandle", SetLastError = true)]
    internal static partial int SetFileInformation(nint handle, int kind, void* information, uint length);

    [LibraryImport("kernel32", EntryPoint = "ReadFile", SetLastError = true)]
    internal static partial int ReadFile(nint handle, byte* start, uint count, uint* read, Overlapped* overlapped);

    [LibraryImport("kernel32", EntryPoint = "WriteFile", SetLastError = true)]
    internal static partial int WriteFile(nint handle, byte* start, uint count, uint* written, Overlapped* overlapped);

    [LibraryImport("kernel32", EntryPoint = "GetOverlappedResult", SetLastError = true)]
    internal static partial int GetOverlappedResult(nint handle, Overlapped* overlapped, uint* count, int wait);

    [LibraryImport("kernel32", EntryPoint = "CancelIoEx", SetLastError = true)]
    internal static partial int CancelIo(nint handle, Overlapped* overlapped);

    [LibraryImport("kernel32", EntryPoint = "CreateFileMappingW", SetLastError = true)]
    internal static partial nint CreateFileMapping(
        nint file,
        void* security,
        uint protection,
        uint high,
        uint low,
        char* name
    );

    [LibraryImport("kernel32", EntryPoint = "MapViewOfFile", SetLastError = true)]
    internal static partial byte* MapView(nint mapping, uint access, uint high, uint low, nuint length);

    [LibraryImport("kernel32", EntryPoint = "UnmapViewOfFile", SetLastError = true)]
    internal static partial int UnmapView(byte* start);

    [LibraryImport("kernel32", EntryPoint = "CreateNamedPipeW", SetLastError = true)]
    internal static partial nint CreateNamedPipe(
        char* name,
        uint openMode,
        uint pipeMode,
        uint instances,
        uint outgoing,
        uint incoming,
        uint timeout,
        void* security
    );

    [LibraryImport("kernel32", EntryPoint = "CreatePipe", SetLastError = true)]
    internal static partial int CreatePipe(nint* reader, nint* writer, void* security, uint size);

    [LibraryImport("kernel32", EntryPoint = "PeekNamedPipe", SetLastError = true)]
    internal static partial int PeekNamedPipe(
        nint handle,
        byte* start,
        uint length,
        uint* read,
        uint* available,
        uint* left
    );

    [LibraryImport("kernel32", EntryPoint = "CreateSemaphoreW", SetLastError = true)]
    internal static partial nint CreateSemaphore(void* security, int initial, int maximum, char* name);

    [LibraryImport("kernel32", EntryPoint = "ReleaseSemaphore", SetLastError = true)]
    internal static partial int ReleaseSemaphore(nint semaphore, int count, int* before);

    [LibraryImport("kernel32", EntryPoint = "CreateEventW", SetLastError = true)]
    internal static partial nint CreateEvent(void* security, int isManual, int isSet, char* name);

    [LibraryImport("kernel32", EntryPoint = "WaitForSingleObject", SetLastError = true)]
    internal static partial uint Wait(nint handle, uint milliseconds);

    [LibraryImport("kernel32", EntryPoint = "WaitForMultipleObjects", SetLastError = true)]
    internal static partial uint WaitMultiple(uint count, nint* handles, int all, uint milliseconds);

    /// <summary>C's <c>OVERLAPPED</c> on 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Overlapped
    {
        public nint Internal;
        public nint InternalHigh;
        public long Offset;
        public nint Event;
    }
}
