using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Chooses the back end for the system that this process runs on.</summary>
internal static class OperatingSystemPlatform
{
    private static readonly LinuxPlatform? s_linux =
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new LinuxPlatform() : null;

    /// <summary>The back end.</summary>
    /// <exception cref="PlatformNotSupportedException">There is none for this system.</exception>
    public static IPlatform Current =>
        s_linux
        ?? throw new PlatformNotSupportedException(
            "ConcurrencyKatas.Multiprocessing needs 64-bit Linux: it waits on words in shared memory (futex) and starts "
                + "processes that inherit descriptors (posix_spawn). This is "
                + $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture}), for which no back end exists "
                + "yet. Run the katas in a Linux container, in WSL, or in a GitHub codespace."
        );
}
