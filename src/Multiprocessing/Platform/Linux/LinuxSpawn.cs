namespace ConcurrencyKatas.Platform;

/// <summary>Spawning on Linux. To be used on the spawner thread only.</summary>
internal sealed unsafe class LinuxSpawn : PosixSpawn
{
    private const int DuplicateCloseOnExec = 1030;
    private const int FirstSafeNumber = 128;

    /// <inheritdoc/>
    protected override IChild Follow(int pid) => new LinuxChild(pid);

    /// <inheritdoc/>
    protected override void Pass(
        byte* actions,
        IReadOnlyList<PassedDescriptor> passed,
        IReadOnlyList<int> streams,
        List<int> copies
    )
    {
        OpenNothing(actions, streams);
        foreach ((int from, int to) in passed)
        {
            if (from != to || to >= FirstAfterStreams)
            {
                Check(Libc.ActionsDuplicate(actions, Safe(from, copies), to), $"hand on descriptor {from}");
            }
        }
        CloseOthers(actions, [.. passed.Where(static one => one.To >= FirstAfterStreams)]);
    }

    // This process itself may have inherited descriptors that would go on to every child.
    private static void CloseOthers(byte* actions, PassedDescriptor[] kept)
    {
        int number = FirstAfterStreams;
        for (int left = kept.Length; left > 0; number++)
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
            throw SystemFailure.Of($"Cannot hand descriptor {descriptor} on to a child");
        }
        copies.Add(copy);
        return copy;
    }
}
