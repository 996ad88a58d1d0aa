using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What this process and its children write to standard error.</summary>
internal static partial class StandardError
{
    private const int Descriptor = 2;

    /// <summary>All that is written there while an act goes on: first what this process writes, then its children.</summary>
    public static string During(Action act)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Standard error is not a number on Windows.");
        string path = Path.GetTempFileName();
        int before = Duplicate(Descriptor);
        TextWriter own = Console.Error; // The runtime keeps a descriptor of its own.
        using var here = new StringWriter();
        try
        {
            using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            {
                Assert.True(Duplicate((int)file.DangerousGetHandle(), Descriptor) >= 0);
            }
            Console.SetError(TextWriter.Synchronized(here));
            act();
            return here + File.ReadAllText(path);
        }
        finally
        {
            Console.SetError(own);
            Assert.True(Duplicate(before, Descriptor) >= 0);
            OperatingSystemPlatform.Current.Pipes.Close(before);
            File.Delete(path);
        }
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int descriptor, int to);
}
