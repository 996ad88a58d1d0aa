using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a test needs of the system; it is skipped where there is no such thing.</summary>
internal static class Needs
{
    /// <summary>A running process can be given a descriptor.</summary>
    public static bool CanHandOver => OperatingSystemPlatform.Current.Pipes.CanHandOver;

    /// <summary>Skips where a running process can be given no descriptor.</summary>
    public static void HandingOver() =>
        Assert.SkipUnless(CanHandOver, "Here a process gets descriptors only when it is started.");

    /// <summary>Skips where nobody can be asked what another process has.</summary>
    public static void Proc() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has, Linux tells in /proc.");
}
