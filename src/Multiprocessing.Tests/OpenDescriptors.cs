namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What this process has open, for tests that nothing is left open.</summary>
internal static class OpenDescriptors
{
    /// <summary>
    /// What each descriptor is open on, in order, without the numbers, which come and go. Without assemblies: the runtime keeps
    /// each one open that it has loaded, symbols included, and any thread may need one more at any moment.
    /// </summary>
    public static string[] Now() =>
        !OperatingSystem.IsLinux()
            ? [] // Only Linux tells.
            :
            [
                .. Directory
                    .GetFileSystemEntries("/proc/self/fd")
                    .Select(path =>
                        string.Concat((new FileInfo(path).LinkTarget ?? "").Where(sign => !char.IsAsciiDigit(sign)))
                    )
                    .Where(target => Path.GetExtension(target) is not (".dll" or ".pdb"))
                    .Order(StringComparer.Ordinal),
            ];
}
