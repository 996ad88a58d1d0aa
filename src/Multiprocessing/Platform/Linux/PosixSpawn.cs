using System.Collections;

namespace ConcurrencyKatas.Platform;

/// <summary>Turns a <see cref="SpawnRequest"/> into one call of posix_spawnp.</summary>
internal static unsafe class PosixSpawn
{
    private const int DuplicateCloseOnExec = 1030;
    private const int WriteOnly = 1;
    private const int FirstAfterStreams = 3;
    private const int FirstSafeNumber = 128;

    /// <summary>Starts the program. To be called on the spawner thread only.</summary>
    public static ChildHandle Start(SpawnRequest request)
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
            return new ChildHandle(pid, output?.TakeReadEnd(), error?.TakeReadEnd());
        }
        finally
        {
            output?.Dispose();
            error?.Dispose();
            copies.ForEach(static copy => _ = Libc.Close(copy));
        }
    }

    private static int Start(SpawnRequest request, DescriptorPipe? output, DescriptorPipe? error, List<int> copies)
    {
        byte* actions = stackalloc byte[Libc.OpaqueSize];
        byte* attributes = stackalloc byte[Libc.OpaqueSize];
        using var arguments = new NativeStrings([request.FileName, .. request.Arguments]);
        using var environment = new NativeStrings(Variables(request.Environment));
        using var texts = new NativeStrings([request.FileName, "/dev/null", request.WorkingDirectory ?? ""]);
        Check(Libc.ActionsInit(actions), "prepare a spawn");
        Check(Libc.AttributesInit(attributes), "prepare a spawn");
        try
        {
            byte* nothing = texts.Pointer[1];
            Check(Libc.ActionsOpen(actions, 0, nothing, 0, 0), "open /dev/null for a child");
            for (int stream = 1; stream <= 2 && request.Output != SpawnOutput.Inherit; stream++)
            {
                DescriptorPipe? pipe = stream == 1 ? output : error;
                Check(
                    pipe is null
                        ? Libc.ActionsOpen(actions, stream, nothing, WriteOnly, 0)
                        : Libc.ActionsDuplicate(actions, Safe(pipe.WriteEnd, copies), stream),
                    "direct a child's output"
                );
            }
            foreach ((int from, int to) in request.Descriptors)
            {
                Check(Libc.ActionsDuplicate(actions, Safe(from, copies), to), $"hand on descriptor {from}");
            }
            CloseOthers(actions, request.Descriptors);
            if (request.WorkingDirectory is not null)
            {
                Check(Libc.ActionsChangeDirectory(actions, texts.Pointer[2]), "set a child's working directory");
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

    // This process itself may have inherited descriptors that would go on to every child.
    private static void CloseOthers(byte* actions, IReadOnlyList<PassedDescriptor> kept)
    {
        int number = FirstAfterStreams;
        for (int left = kept.Count; left > 0; number++)
        {
            if (kept.Any(passed => passed.To == number))
            {
                left--;
            }
            else
            {
                Check(Libc.ActionsClose(actions, number), $"close descriptor {number} in a child");
            }
        }
        try
        {
            Check(Libc.ActionsCloseFrom(actions, number), "close other descriptors in a child");
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without it (musl): what this process inherited itself goes on, what it opened does not.
        }
    }

    // The actions run one after the other, so a source that has the number of an earlier target would be overwritten.
    // Copies with high numbers cannot be.
    private static int Safe(int descriptor, List<int> copies)
    {
        int copy = Libc.FControl(descriptor, DuplicateCloseOnExec, FirstSafeNumber);
        if (copy < 0)
        {
            throw Libc.Failure($"Cannot hand descriptor {descriptor} on to a child");
        }
        copies.Add(copy);
        return copy;
    }

    private static void SetAttributes(byte* attributes, int? group)
    {
        byte* signals = stackalloc byte[Libc.OpaqueSize];
        short flags = Libc.SpawnSetSignalDefaults | Libc.SpawnSetSignalMask;
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

    private static void Check(int error, string what)
    {
        if (error != 0)
        {
            throw Libc.Failure($"Cannot {what}", error);
        }
    }
}
