using System.Collections;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>Turns a <see cref="SpawnRequest"/> into one call of posix_spawnp.</summary>
internal abstract unsafe class PosixSpawn
{
    private const int WriteOnly = 1;

    /// <summary>The first number after the standard streams.</summary>
    protected const int FirstAfterStreams = 3;

    /// <summary>Flags besides those that every system has.</summary>
    protected virtual short Flags => 0;

    /// <summary>Starts the program.</summary>
    public ChildHandle Start(SpawnRequest request)
    {
        if (
            request.Descriptors.Any(static passed => passed.To < FirstAfterStreams)
            || request.Descriptors.DistinctBy(static passed => passed.To).Count() != request.Descriptors.Count
        )
        {
            throw new ArgumentException(
                $"Descriptors of a child need different numbers from {FirstAfterStreams} upwards; these came: "
                    + $"{string.Join(", ", request.Descriptors.Select(static passed => passed.To))}.",
                nameof(request)
            );
        }
        DescriptorPipe? output = null;
        DescriptorPipe? error = null;
        var copies = new List<int>();
        try
        {
            if (request.Output == SpawnOutput.Pipe)
            {
                output = DescriptorPipe.Create();
                error = DescriptorPipe.Create();
            }
            int pid = Start(request, output, error, copies);
            return new ChildHandle(pid, Follow(pid), Stream(output), Stream(error));
        }
        finally
        {
            output?.Dispose();
            error?.Dispose();
            copies.ForEach(static copy => _ = Libc.Close(copy));
        }
    }

    /// <summary>A child that has been started.</summary>
    protected abstract IChild Follow(int pid);

    /// <summary>Has a child get descriptors under their numbers, and no others but the standard streams.</summary>
    /// <param name="actions">What the child does first; <paramref name="streams"/> are opened by it.</param>
    /// <param name="passed">The descriptors.</param>
    /// <param name="streams">Those of the standard streams that are not passed on.</param>
    /// <param name="copies">Descriptors that are to be closed after the start.</param>
    protected abstract void Pass(
        byte* actions,
        IReadOnlyList<PassedDescriptor> passed,
        IReadOnlyList<int> streams,
        List<int> copies
    );

    /// <summary>Has a child open its empty standard streams.</summary>
    protected static void OpenNothing(byte* actions, IReadOnlyList<int> streams)
    {
        fixed (byte* nothing = "/dev/null\0"u8)
        {
            foreach (int stream in streams)
            {
                Check(
                    Libc.ActionsOpen(actions, stream, nothing, stream == 0 ? 0 : WriteOnly, 0),
                    "open /dev/null for a child"
                );
            }
        }
    }

    /// <summary>Throws if a call failed.</summary>
    protected static void Check(int error, string what)
    {
        if (error != 0)
        {
            throw SystemFailure.Of($"Cannot {what}", error);
        }
    }

    private static SafeFileHandle? Stream(DescriptorPipe? pipe) =>
        pipe is null ? null : new SafeFileHandle(pipe.TakeReadEnd(), true);

    private int Start(SpawnRequest request, DescriptorPipe? output, DescriptorPipe? error, List<int> copies)
    {
        byte* actions = stackalloc byte[Libc.OpaqueSize];
        byte* attributes = stackalloc byte[Libc.OpaqueSize];
        using var arguments = new NativeStrings([request.FileName, .. request.Arguments]);
        using var environment = new NativeStrings(Variables(request.Environment));
        using var texts = new NativeStrings([request.FileName, request.WorkingDirectory ?? ""]);
        Check(Libc.ActionsInit(actions), "prepare a spawn");
        Check(Libc.AttributesInit(attributes), "prepare a spawn");
        try
        {
            (List<PassedDescriptor> passed, List<int> streams) = (request.Output, output, error) switch
            {
                (SpawnOutput.Inherit, _, _) => ([new(1, 1), new(2, 2)], [0]),
                (_, { } one, { } two) => ([new(one.WriteEnd, 1), new(two.WriteEnd, 2)], [0]),
                _ => ((List<PassedDescriptor>)[], (List<int>)[0, 1, 2]),
            };
            Pass(actions, [.. passed, .. request.Descriptors], streams, copies);
            if (request.WorkingDirectory is not null)
            {
                Check(Libc.ActionsChangeDirectory(actions, texts.Pointer[1]), "set a child's working directory");
            }
            SetAttributes(attributes, request.ProcessGroup);
            int pid;
            int result = Libc.Spawn(
                &pid,
                texts.Pointer[0],
                actions,
                attributes,
                arguments.Pointer,
                environment.Pointer
            );
            string where = request.WorkingDirectory is { } directory ? $" in {directory}" : "";
            Check(result, $"start {request.FileName}{where}");
            return pid;
        }
        finally
        {
            _ = Libc.ActionsDestroy(actions);
            _ = Libc.AttributesDestroy(attributes);
        }
    }

    private void SetAttributes(byte* attributes, int? group)
    {
        byte* signals = stackalloc byte[Libc.OpaqueSize];
        short flags = (short)(Libc.SpawnSetSignalDefaults | Libc.SpawnSetSignalMask | Flags);
        _ = Libc.EmptySignals(signals);
        Check(Libc.AttributesSignalMask(attributes, signals), "set a child's signal mask");
        _ = Libc.AllSignals(signals);
        Check(Libc.AttributesSignalDefaults(attributes, signals), "set a child's signals");
        if (group is { } number)
        {
            flags |= Libc.SpawnSetProcessGroup;
            Check(Libc.AttributesProcessGroup(attributes, number), $"set a child's process group to {number}");
        }
        Check(Libc.AttributesFlags(attributes, flags), "prepare a spawn");
    }

    private static IEnumerable<string> Variables(IReadOnlyDictionary<string, string>? given) =>
        given is null
            ? Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(static entry => $"{entry.Key}={entry.Value}")
            : given.Select(static pair => $"{pair.Key}={pair.Value}");
}
