using ConcurrencyKatas.Compiler.Rewriting;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>This assembly as the compiler would hand it to the arbiter: its statics can be put back.</summary>
internal sealed class RewrittenWorkload : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-speed-");

    /// <summary>Rewrites it.</summary>
    public RewrittenWorkload()
    {
        string original = typeof(Workload).Assembly.Location;
        Assembly = Path.Combine(_folder.FullName, Path.GetFileName(original));
        using var module = new RewrittenModule(File.ReadAllBytes(original), symbols: null);
        _ = module.Rewrite();
        using FileStream file = File.Create(Assembly);
        module.Write(file, symbols: null);
    }

    /// <summary>Where it lies.</summary>
    public string Assembly { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
