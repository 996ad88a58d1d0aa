using System.Reflection;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Control;

/// <summary>What a parent tells the program of a child through the request pipe.</summary>
/// <param name="Slot">The child's slot in the process table; <see cref="SpareSlot"/> for a spare.</param>
/// <param name="SegmentLength">Bytes of the segment that it inherits.</param>
/// <param name="HasSentinel">Whether it inherits a sentinel.</param>
/// <param name="Paths">Where assemblies are, by module version id.</param>
/// <param name="Payload">What to run; see <see cref="ProcessPayload"/>.</param>
internal sealed record ChildRequest(
    int Slot,
    long SegmentLength,
    bool HasSentinel,
    IReadOnlyList<AssemblyPath> Paths,
    byte[] Payload
)
{
    /// <summary>The descriptor under which the segment is inherited.</summary>
    public const int SegmentDescriptor = 3;

    /// <summary>The descriptor from which the request is read.</summary>
    public const int RequestDescriptor = 4;

    /// <summary>The descriptor of the sentinel.</summary>
    public const int SentinelDescriptor = 5;

    /// <summary>The descriptor through which a spare is told what to run.</summary>
    public const int SpareDescriptor = 8;

    /// <summary>The slot of a child that does not know yet what to run.</summary>
    public const int SpareSlot = -1;

    /// <summary>Whether it is to wait for another request.</summary>
    public bool IsForSpare => Slot == SpareSlot;

    public byte[] Encode()
    {
        var buffer = new WireBuffer();
        buffer.Signed(Slot);
        buffer.Signed(SegmentLength);
        buffer.Byte(HasSentinel ? (byte)1 : (byte)0);
        buffer.Count(Paths.Count);
        foreach ((Guid version, string path) in Paths)
        {
            buffer.Identity(version);
            buffer.Text(path);
        }
        buffer.Count(Payload.Length);
        buffer.Raw(Payload);
        return buffer.ToArray();
    }

    public static ChildRequest Decode(byte[] bytes)
    {
        var cursor = new WireCursor(bytes);
        int slot = cursor.Int32();
        long length = cursor.Signed();
        bool hasSentinel = cursor.Byte() != 0;
        var paths = new AssemblyPath[cursor.Count()];
        for (int index = 0; index < paths.Length; index++)
        {
            paths[index] = new(cursor.Identity(), cursor.Text());
        }
        byte[] payload = cursor.Raw(cursor.Count()).ToArray();
        cursor.ExpectEnd();
        return new ChildRequest(slot, length, hasSentinel, paths, payload);
    }

    /// <summary>Where a child finds the assemblies that its payload needs.</summary>
    /// <exception cref="MultiprocessingUsageException">One of them is in no file.</exception>
    public static IReadOnlyList<AssemblyPath> PathsOf(IEnumerable<Assembly> assemblies)
    {
        List<AssemblyPath> paths = [.. ProcessPayload.AssemblyPaths.All];
        string framework = RuntimeEnvironment.GetRuntimeDirectory();
        foreach (Assembly assembly in assemblies)
        {
            string path =
                AssemblyFinder.PathOf(assembly)
                ?? throw new MultiprocessingUsageException(
                    $"The assembly {assembly.GetName().Name} was loaded from memory, so a child process cannot load it. Load "
                        + "it from a file, or enter its file into ProcessPayload.AssemblyPaths."
                );
            Guid version = AssemblyFinder.Version(assembly);
            bool isKnown = ProcessPayload.AssemblyPaths.TryGetValue(version, out _);
            if (!isKnown && !path.StartsWith(framework, StringComparison.Ordinal))
            {
                paths.Add(new AssemblyPath(version, path));
            }
        }
        return paths;
    }
}
