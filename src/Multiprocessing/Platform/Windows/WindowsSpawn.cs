using System.Collections;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>Turns a <see cref="SpawnRequest"/> into one call of CreateProcess.</summary>
internal static unsafe class WindowsSpawn
{
    private const uint Suspended = 0x4;
    private const uint UnicodeEnvironment = 0x400;
    private const uint ExtendedStartup = 0x8_0000;
    private const uint UseStandardHandles = 0x100;

    // Programs of Windows do not work without these, whatever else they are to know.
    private static readonly string[] s_needed = ["SystemRoot", "TEMP", "TMP"];

    /// <summary>Starts the program.</summary>
    public static ChildHandle Start(SpawnRequest request)
    {
        if (request.ProcessGroup is not (null or 0))
        {
            throw new PlatformNotSupportedException(
                "On Windows a process can lead a group of its own, and join no other."
            );
        }
        using var handles = new InheritedHandles(request);
        WindowsJob? group = request.ProcessGroup == 0 ? new WindowsJob() : null;
        Kernel32.ProcessInformation child = Start(request, handles, group is null ? 0 : Suspended);
        try
        {
            group?.Add(child.Process);
        }
        catch
        {
            _ = Kernel32.TerminateProcess(child.Process, unchecked((uint)-Signals.Kill));
            _ = Kernel32.CloseHandle(child.Process);
            throw;
        }
        finally
        {
            if (group is not null)
            {
                _ = Kernel32.ResumeThread(child.Thread);
            }
            _ = Kernel32.CloseHandle(child.Thread);
        }
        (SafeFileHandle? output, SafeFileHandle? error) = handles.TakeOutput();
        return new ChildHandle(child.Pid, new WindowsChild(child.Pid, child.Process, group), output, error);
    }

    private static Kernel32.ProcessInformation Start(SpawnRequest request, InheritedHandles handles, uint flags)
    {
        nuint size;
        _ = Kernel32.InitializeAttributes(null, 1, 0, &size);
        byte* attributes = (byte*)NativeMemory.AllocZeroed(size);
        nint[] inherited = handles.All;
        fixed (nint* list = inherited)
        fixed (char* command = CommandLine.Of(request.FileName, request.Arguments) + '\0')
        fixed (char* environment = Block(request.Environment, handles))
        fixed (char* directory = request.WorkingDirectory)
        {
            try
            {
                nuint length = (nuint)(inherited.Length * sizeof(nint));
                if (
                    Kernel32.InitializeAttributes(attributes, 1, 0, &size) == 0
                    || Kernel32.UpdateAttribute(attributes, 0, Kernel32.HandleListAttribute, list, length, null, null)
                        == 0
                )
                {
                    throw SystemFailure.Of("Cannot prepare a start");
                }
                var startup = new Kernel32.StartupInfo
                {
                    Size = (uint)sizeof(Kernel32.StartupInfo),
                    Flags = UseStandardHandles,
                    Input = handles.Input,
                    Output = handles.Output,
                    Error = handles.Error,
                    Attributes = attributes,
                };
                Kernel32.ProcessInformation child;
                int done = Kernel32.CreateProcess(
                    null,
                    command,
                    null,
                    null,
                    inherit: 1,
                    flags | UnicodeEnvironment | ExtendedStartup,
                    environment,
                    directory,
                    &startup,
                    &child
                );
                string where = request.WorkingDirectory is { } folder ? $" in {folder}" : "";
                return done != 0 ? child : throw SystemFailure.Of($"Cannot start {request.FileName}{where}");
            }
            finally
            {
                Kernel32.DeleteAttributes(attributes);
                NativeMemory.Free(attributes);
            }
        }
    }

    private static string Block(IReadOnlyDictionary<string, string>? given, InheritedHandles handles)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        IEnumerable<KeyValuePair<string, string>> wanted =
            given
            ?? Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(static entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));
        foreach ((string name, string value) in wanted)
        {
            variables[name] = value;
        }
        foreach (string name in s_needed)
        {
            if (!variables.ContainsKey(name) && Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }
        variables[Handles.Variable] = Handles.Tell(handles.Passed);
        return string.Concat(variables.Select(static pair => $"{pair.Key}={pair.Value}\0")) + '\0';
    }
}
