using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>Compiles what is to be graded, ahead of the Graders, which find it in the cache that they share.</summary>
internal interface IEarlyCompiler : IDisposable
{
    /// <summary>Loads what compiling needs, ahead of the first save.</summary>
    void WarmUp();

    /// <summary>Compiles a kata, or fails to, which the Graders will report.</summary>
    /// <param name="kata">Which one.</param>
    /// <param name="submission">The folder that holds its folder, or its files.</param>
    Task CompileAsync(Kata kata, string submission);
}
