namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What this process has open, for tests that nothing is left open.</summary>
internal static class OpenDescriptors
{
    /// <summary>What each descriptor is open on, in order, without the numbers, which come and go.</summary>
    public static string[] Now() =>
        [
            .. Directory
                .GetFileSystemEntries("/proc/self/fd")
                .Select(path =>
                    string.Concat((new FileInfo(path).LinkTarget ?? "").Where(sign => !char.IsAsciiDigit(sign)))
                )
                .Order(StringComparer.Ordinal),
        ];
}
