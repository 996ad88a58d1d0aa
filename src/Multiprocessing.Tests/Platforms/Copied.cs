using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Platforms;

/// <summary>Another descriptor of the same thing, as an inheriting process has.</summary>
internal static partial class Copied
{
    public static int Of(int descriptor) =>
        OperatingSystem.IsWindows() ? Handles.Number(Handles.Inheritable(descriptor)) : Duplicate(descriptor);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);
}
