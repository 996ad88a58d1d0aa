namespace ConcurrencyKatas.Platform;

/// <summary>Spawning on macOS, where a child can be told to keep nothing but what its actions name.</summary>
internal sealed unsafe class MacOsSpawn : PosixSpawn
{
    private const short CloseOnExecByDefault = 0x4000;

    /// <inheritdoc/>
    protected override short Flags => CloseOnExecByDefault;

    /// <inheritdoc/>
    protected override IChild Follow(int pid) => new MacOsChild(pid);

    /// <inheritdoc/>
    protected override void Pass(
        byte* actions,
        IReadOnlyList<PassedDescriptor> passed,
        IReadOnlyList<int> streams,
        List<int> copies
    )
    {
        // The actions run one after the other, so a source that has the number of an earlier target would be overwritten. Copies
        // above all of both cannot be.
        int first = passed.Select(static one => Math.Max(one.From, one.To)).Append(FirstAfterStreams).Max() + 1;
        for (int index = 0; index < passed.Count; index++)
        {
            int from = passed[index].From;
            Check(Libc.ActionsDuplicate(actions, from, first + index), $"hand on descriptor {from}");
        }
        OpenNothing(actions, streams);
        for (int index = 0; index < passed.Count; index++)
        {
            (int from, int to) = passed[index];
            Check(Libc.ActionsDuplicate(actions, first + index, to), $"hand on descriptor {from}");
            Check(Libc.ActionsClose(actions, first + index), $"close descriptor {first + index} in a child");
        }
    }
}
