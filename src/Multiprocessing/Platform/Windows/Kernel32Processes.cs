using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The calls about processes, threads and jobs.</summary>
internal static unsafe partial class Kernel32
{
    internal const uint ProcessTerminate = 0x1;
    internal const uint ProcessSetInformation = 0x200;
    internal const uint ProcessQueryLimited = 0x1000;
    internal const uint Synchronize = 0x10_0000;
    internal const int HandleListAttribute = 0x2_0002;

    [LibraryImport("kernel32", EntryPoint = "GetCurrentProcess")]
    internal static partial nint CurrentProcess();

    [LibraryImport("kernel32", EntryPoint = "GetCurrentThread")]
    internal static partial nint CurrentThread();

    [LibraryImport("kernel32", EntryPoint = "OpenProcess", SetLastError = true)]
    internal static partial nint OpenProcess(uint access, int inherit, int pid);

    [LibraryImport("kernel32", EntryPoint = "OpenThread", SetLastError = true)]
    internal static partial nint OpenThread(uint access, int inherit, int id);

    [LibraryImport("kernel32", EntryPoint = "TerminateProcess", SetLastError = true)]
    internal static partial int TerminateProcess(nint process, uint code);

    [LibraryImport("kernel32", EntryPoint = "GetExitCodeProcess", SetLastError = true)]
    internal static partial int GetExitCode(nint process, uint* code);

    [LibraryImport("kernel32", EntryPoint = "GetProcessTimes", SetLastError = true)]
    internal static partial int GetProcessTimes(nint process, long* creation, long* exit, long* kernel, long* user);

    [LibraryImport("kernel32", EntryPoint = "SetProcessAffinityMask", SetLastError = true)]
    internal static partial int SetProcessAffinity(nint process, nuint mask);

    [LibraryImport("kernel32", EntryPoint = "SetThreadAffinityMask", SetLastError = true)]
    internal static partial nuint SetThreadAffinity(nint thread, nuint mask);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle", SetLastError = true)]
    internal static partial nint StandardHandle(int number);

    [LibraryImport("kernel32", EntryPoint = "ResumeThread", SetLastError = true)]
    internal static partial uint ResumeThread(nint thread);

    [LibraryImport("kernel32", EntryPoint = "InitializeProcThreadAttributeList", SetLastError = true)]
    internal static partial int InitializeAttributes(byte* list, int count, uint flags, nuint* size);

    [LibraryImport("kernel32", EntryPoint = "UpdateProcThreadAttribute", SetLastError = true)]
    internal static partial int UpdateAttribute(
        byte* list,
        uint flags,
        nint attribute,
        void* value,
        nuint size,
        void* previous,
        nuint* returned
    );

    [LibraryImport("kernel32", EntryPoint = "DeleteProcThreadAttributeList")]
    internal static partial void DeleteAttributes(byte* list);

    [LibraryImport("kernel32", EntryPoint = "CreateProcessW", SetLastError = true)]
    internal static partial int CreateProcess(
        char* application,
        char* commandLine,
        void* processSecurity,
        void* threadSecurity,
        int inherit,
        uint flags,
        char* environment,
        char* directory,
        StartupInfo* startup,
        ProcessInformation* information
    );

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    internal static partial nint CreateJob(void* security, char* name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    internal static partial int SetJobInformation(nint job, int kind, void* information, uint length);

    [LibraryImport("kernel32", EntryPoint = "QueryInformationJobObject", SetLastError = true)]
    internal static partial int QueryJob(nint job, int kind, void* information, uint length, uint* returned);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    internal static partial int AssignToJob(nint job, nint process);

    [LibraryImport("kernel32", EntryPoint = "TerminateJobObject", SetLastError = true)]
    internal static partial int TerminateJob(nint job, uint code);

    [LibraryImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    internal static partial int QueryProcess(nint process, int kind, void* information, uint length, uint* returned);

    /// <summary>C's <c>STARTUPINFOEXW</c> on 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct StartupInfo
    {
        public uint Size;
        public nint Reserved;
        public nint Desktop;
        public nint Title;
        public uint X;
        public uint Y;
        public uint Width;
        public uint Height;
        public uint Columns;
        public uint Rows;
        public uint Fill;
        public uint Flags;
        public ushort Show;
        public ushort ReservedLength;
        public nint MoreReserved;
        public nint Input;
        public nint Output;
        public nint Error;
        public byte* Attributes;
    }

    /// <summary>C's <c>PROCESS_INFORMATION</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ProcessInformation
    {
        public nint Process;
        public nint Thread;
        public int Pid;
        public int ThreadId;
    }
}
