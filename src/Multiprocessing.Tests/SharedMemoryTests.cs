using System.ComponentModel;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the system refuses, and what lies beyond what is mapped.</summary>
public sealed class SharedMemoryTests
{
    private const int Page = 4096;

    [Fact]
    public void What_the_system_refuses_is_told_with_the_bytes_that_were_wanted()
    {
        using SharedMemory memory = SharedMemory.Create(Page);
        (string Told, Action Act)[] refused =
        [
            ("Cannot create shared memory (-1 bytes)", () => SharedMemory.Create(-1)),
            ("Cannot map shared memory from descriptor -1 (4096 bytes)", () => SharedMemory.Map(-1, Page)),
            ("Cannot change the length of shared memory (-1 bytes)", () => memory.SetLength(-1)),
            ("Cannot map more shared memory (0 bytes)", () => MapPart(memory, 0, 0)),
            ("Cannot write to shared memory (1 bytes)", () => memory.Write(-1, [1])),
            ("Cannot read from shared memory (1 bytes)", () => memory.Read(-1, new byte[1])),
            ("Cannot give shared memory free (0 bytes)", () => memory.Discard(0, 0)),
        ];
        foreach (var (told, act) in refused)
        {
            Assert.StartsWith(told, Assert.Throws<Win32Exception>(act).Message);
        }
    }

    [Fact]
    public void What_is_written_behind_the_mapped_part_is_read_there_until_it_is_given_free()
    {
        using SharedMemory memory = SharedMemory.Create(Page);
        memory.Write(3 * Page, [1, 2, 3]);
        byte[] read = new byte[3];
        memory.Read(3 * Page, read);
        Assert.Equal([1, 2, 3], read);
        memory.Discard(3 * Page, Page);
        memory.Read(3 * Page, read);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal([0, 0, 0], read); // Other systems may keep it.
        }
        Assert.Contains(
            "2 bytes too early",
            Assert.Throws<EndOfStreamException>(() => memory.Read((3 * Page) + 1, new byte[4])).Message
        );
    }

    [Fact]
    public void Who_disposes_of_it_twice_closes_nothing_of_others()
    {
        SharedMemory memory = SharedMemory.Create(Page);
        memory.Dispose();
        using SharedMemory other = SharedMemory.Create(Page);
        memory.Dispose();
        other.Write(0, [7]);
        Assert.False(memory.IsMapped);
        Assert.True(other.IsMapped);
    }

    private static unsafe void MapPart(SharedMemory memory, long offset, long length) => memory.MapPart(offset, length);
}
