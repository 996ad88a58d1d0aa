using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Platforms;

/// <summary>What every system's shared memory has to do; see <see cref="SharedMemoryTests"/> for what it refuses.</summary>
public sealed unsafe class SegmentTests
{
    private const int Page = 64 * 1024;
    private const long FarAway = 1L << 36;

    [Fact]
    public void It_is_zero_and_everybody_who_maps_it_sees_the_same()
    {
        using SharedMemory memory = SharedMemory.Create(Page);
        using SharedMemory again = SharedMemory.Map(Copied.Of(memory.Descriptor), Page);
        Assert.Equal(-1, new ReadOnlySpan<byte>(memory.Base, Page).IndexOfAnyExcept((byte)0));
        memory.Base[Page - 1] = 7;
        Assert.Equal(7, again.Base[Page - 1]);
        Assert.NotEqual((nint)memory.Base, (nint)again.Base);
    }

    [Fact]
    public void What_lies_behind_the_mapped_part_is_written_read_and_mapped_and_costs_nothing_in_between()
    {
        using SharedMemory memory = SharedMemory.Create(Page);
        memory.Write(FarAway, [1, 2, 3]);
        byte[] read = new byte[3];
        memory.Read(FarAway, read);
        Assert.Equal([1, 2, 3], read);
        byte* part = memory.MapPart(FarAway, Page);
        Assert.Equal(2, part[1]);
        part[1] = 9;
        memory.Read(FarAway, read);
        Assert.Equal([1, 9, 3], read);
    }

    [Fact]
    public void What_was_used_behind_the_mapped_part_is_zero_once_it_was_cut_back()
    {
        using SharedMemory memory = SharedMemory.Create(Page);
        memory.Write(FarAway, [1, 2, 3]);
        memory.CutBack(FarAway, Page);
        memory.SetLength(FarAway + Page);
        byte[] read = [9, 9, 9];
        memory.Read(FarAway, read);
        Assert.Equal([0, 0, 0], read);
    }
}
