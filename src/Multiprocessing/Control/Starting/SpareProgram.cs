using System.Reflection;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>What a spare does until it is told what to run.</summary>
internal static unsafe class SpareProgram
{
    private static IPipes Pipes => OperatingSystemPlatform.Current.Pipes;

    /// <summary>Gets ready, and waits.</summary>
    /// <param name="paths">Assemblies that are likely to be needed.</param>
    /// <returns>What to run. When nobody will ever tell, this process ends.</returns>
    public static ChildRequest Await(IReadOnlyList<AssemblyPath> paths)
    {
        GetReady(paths);
        int channel = ChildGuard.Inherited(ChildRequest.SpareDescriptor);
        byte ready = 1;
        // Whoever told it already does not listen any more, and what was told is still there.
        _ = Pipes.Write(channel, &ready, 1);
        if (Pipes.TakeOver(channel) is not { } descriptors)
        {
            ProcessLife.Exit(0);
            throw new InvalidOperationException("A process went on after its end.");
        }
        var cursor = new WireCursor(DescriptorPipe.Receive(channel));
        Pipes.Close(channel);
        foreach (int descriptor in descriptors)
        {
            ChildGuard.Receive(cursor.Fixed32(), descriptor);
        }
        return ChildRequest.Decode(cursor.Raw(cursor.Left).ToArray());
    }

    // What every child does once, with nothing that could be seen from outside.
    private static void GetReady(IReadOnlyList<AssemblyPath> paths)
    {
        foreach ((Guid version, string path) in paths)
        {
            try
            {
                _ = AssemblyFinder.Find(Path.GetFileNameWithoutExtension(path), version);
            }
            catch (WireFormatException)
            {
                // It is not there any more. Should what is run need it, that will be said then.
                continue;
            }
        }
        var trial = new Process(Nothing, 1, "one", (object?[])[2.0]);
        var reader = new WireReader(ProcessPayload.Encode(trial));
        _ = reader.Cursor.Text();
        TargetRules.Invoke(((Delegate)Nothing).Method, [1, "one", (object?[])[2.0]]);
    }

    private static void Nothing(int number, string text, object?[] more) => _ = (number, text, more);
}
