using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Chooses the back end for the system that this process runs on.</summary>
internal static class OperatingSystemPlatform
{
    // Of macOS the first version that lets processes wait on words in shared memory.
    private const int MacOsMajor = 14;
    private const int MacOsMinor = 4;

    private static readonly IPlatform? s_current = Choose();

    /// <summary>The back end.</summary>
    /// <exception cref="PlatformNotSupportedException">There is none for this system.</exception>
    public static IPlatform Current => s_current ?? throw new PlatformNotSupportedException(Obstacle);

    /// <summary>Why there is none for this system; <see langword="null"/> when there is one.</summary>
    public static string? Obstacle =>
        s_current is not null
            ? null
            : "ConcurrencyKatas.Multiprocessing needs 64-bit Linux, 64-bit Windows, or macOS "
                + $"{MacOsMajor}.{MacOsMinor} or later, whose processes can wait on words in shared memory "
                + "(os_sync_wait_on_address). This is "
                + $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture}). Update the system, or run "
                + "the katas in a Linux container, in WSL, or in a GitHub codespace.";

    private static IPlatform? Choose() =>
        !Environment.Is64BitProcess ? null
        : OperatingSystem.IsLinux() ? new LinuxPlatform()
        : OperatingSystem.IsWindows() ? new WindowsPlatform()
        : OperatingSystem.IsMacOSVersionAtLeast(MacOsMajor, MacOsMinor) ? new MacOsPlatform()
        : null;
}
