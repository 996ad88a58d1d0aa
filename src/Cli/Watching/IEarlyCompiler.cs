using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>Compiles what was saved while the Graders still start; they find it in the cache that they share.</summary>
internal interface IEarlyCompiler : IDisposable
{
    /// <summary>Loads what compiling needs, ahead of the first save.</summary>
    void WarmUp();

    /// <summary>Begins to compile a kata of <c>katas/</c>, and returns at once.</summary>
    void Begin(Kata kata);
}
