using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ConcurrencyKatas.Platform;

/// <summary>What the kernel says in <c>/proc/PID/stat</c>.</summary>
internal static unsafe class ProcessStatus
{
    private const int ReadOnly = 0;
    private const int Longest = 1024;

    // The second field, the program's name, may hold anything; from its last parenthesis on, the 20th is the start time.
    private const int StartTimeField = 20;
    private const int StateField = 1;
    private const int ParentField = 2;
    private const int GroupField = 3;

    /// <summary>When a process began, in the kernel's ticks since the machine's start; 0 when that is not known.</summary>
    public static long StartTime(int pid)
    {
        byte* content = stackalloc byte[Longest];
        ReadOnlySpan<byte> text = new(content, Read(pid, content));
        return Utf8Parser.TryParse(Field(text, StartTimeField), out long ticks, out _) ? ticks : 0;
    }

    /// <summary>The children that a process has in the system's table, those too that have ended and nobody has reaped.</summary>
    public static IReadOnlyList<ListedChild> ChildrenOf(int parent)
    {
        List<ListedChild> children = [];
        byte* content = stackalloc byte[Longest];
        foreach (int pid in All())
        {
            ReadOnlySpan<byte> text = new(content, Read(pid, content));
            if (Utf8Parser.TryParse(Field(text, ParentField), out int found, out _) && found == parent)
            {
                children.Add(new ListedChild(pid, (char)Field(text, StateField)[0]));
            }
        }
        return children;
    }

    /// <summary>The processes of a group that still run, without the one that leads it; zombies do not.</summary>
    public static int[] MembersOf(int group)
    {
        List<int> members = [];
        byte* content = stackalloc byte[Longest];
        foreach (int pid in All())
        {
            ReadOnlySpan<byte> text = new(content, Read(pid, content));
            if (
                pid != group
                && Utf8Parser.TryParse(Field(text, GroupField), out int found, out _)
                && found == group
                && Field(text, StateField)[0] is not ((byte)'Z' or (byte)'X')
            )
            {
                members.Add(pid);
            }
        }
        return [.. members];
    }

    private static IEnumerable<int> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                yield return pid;
            }
        }
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int wanted)
    {
        int end = text.LastIndexOf((byte)')');
        if (end < 0)
        {
            return [];
        }
        int field = 0;
        foreach (Range range in text[end..].Split((byte)' '))
        {
            if (field++ == wanted)
            {
                return text[end..][range];
            }
        }
        return [];
    }

    private static int Read(int pid, byte* content)
    {
        int descriptor;
        fixed (byte* path = Encoding.ASCII.GetBytes($"/proc/{pid}/stat\0"))
        {
            descriptor = Libc.Open(path, ReadOnly | Libc.CloseOnExecFlag);
        }
        if (descriptor < 0)
        {
            return 0;
        }
        nint read = Libc.Read(descriptor, content, Longest);
        _ = Libc.Close(descriptor);
        return (int)Math.Max(0, read);
    }
}
