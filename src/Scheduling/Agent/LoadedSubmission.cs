using System.Reflection;
using System.Runtime.Loader;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>A submission's assembly inside a worker, in a load context of its own.</summary>
public sealed class LoadedSubmission
{
    private readonly AssemblyLoadContext _context = new("submission", isCollectible: true);
    private readonly Action? _reset;

    /// <summary>Loads an assembly with its symbols.</summary>
    /// <param name="image">The assembly, from its first byte on.</param>
    /// <param name="symbols">Its portable PDB; null for none.</param>
    public LoadedSubmission(Stream image, Stream? symbols)
    {
        Assembly = _context.LoadFromStream(image, symbols);
        Id = Assembly.ManifestModule.ModuleVersionId;
        _reset = Assembly.GetType("<KataReset>")?.GetMethod("Reset")?.CreateDelegate<Action>();
    }

    /// <summary>Loads the assembly at a path, with the symbols beside it.</summary>
    public static LoadedSubmission From(string path)
    {
        using var image = new MemoryStream(File.ReadAllBytes(path));
        string symbolsPath = Path.ChangeExtension(path, ".pdb");
        using MemoryStream? symbols = File.Exists(symbolsPath)
            ? new MemoryStream(File.ReadAllBytes(symbolsPath))
            : null;
        return new LoadedSubmission(image, symbols);
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>The assembly's module version id.</summary>
    public Guid Id { get; }

    /// <summary>The assembly if it is the one that is asked for.</summary>
    public Assembly? Resolve(Guid id, string name) => id == Id ? Assembly : null;

    /// <summary>Puts every static field back to what it was before the first run.</summary>
    public void ResetStatics() => _reset?.Invoke();

    /// <summary>Finds <c>Namespace.Type.Method</c>.</summary>
    public MethodInfo Entry(string name)
    {
        int dot = name.LastIndexOf('.');
        return Assembly
                .GetType(name[..dot], throwOnError: true)!
                .GetMethod(name[(dot + 1)..], BindingFlags.Public | BindingFlags.Static)
            ?? throw new MissingMethodException(name[..dot], name[(dot + 1)..]);
    }

    /// <summary>Lets the context go once nothing refers to it.</summary>
    public void Unload() => _context.Unload();
}
