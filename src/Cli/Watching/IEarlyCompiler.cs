namespace ConcurrencyKatas.Cli.Watching;

/// <summary>Compiles what was saved, ahead of the Graders, which find it in the cache that they share.</summary>
internal interface IEarlyCompiler : IDisposable
{
    /// <summary>Loads what compiling needs, ahead of the first save.</summary>
    void WarmUp();

    /// <summary>Compiles a kata of <c>katas/</c>, or fails to, which the Graders will report.</summary>
    Task CompileAsync(string kata);
}
