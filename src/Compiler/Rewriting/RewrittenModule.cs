using System.Security.Cryptography;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>A compiled module between the compiler and the disk.</summary>
internal sealed class RewrittenModule : IDisposable
{
    private readonly byte[] _image;

    /// <summary>Opens what the compiler has emitted.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its portable PDB; null for none.</param>
    public RewrittenModule(byte[] image, byte[]? symbols)
    {
        _image = image;
        var parameters = new ReaderParameters(ReadingMode.Immediate);
        if (symbols is not null)
        {
            parameters.ReadSymbols = true;
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(symbols);
        }
        Module = ModuleDefinition.ReadModule(new MemoryStream(image), parameters);
    }

    /// <summary>The module.</summary>
    public ModuleDefinition Module { get; }

    /// <summary>Rewrites it under a new version id that depends on the original alone.</summary>
    public (bool HasStatics, bool NeedsFreshContext) Rewrite()
    {
        Redirections.Apply(Module);
        LoopCounting.Apply(Module);
        var statics = StaticReset.Apply(Module);
        Module.Mvid = new Guid(SHA256.HashData(_image).AsSpan(0, 16));
        return statics;
    }

    /// <summary>Writes the assembly and its symbols.</summary>
    public void Write(string assemblyPath, string symbolsPath)
    {
        using var symbols = File.Create(symbolsPath);
        using var assembly = File.Create(assemblyPath);
        Write(assembly, symbols);
    }

    /// <summary>Writes the assembly and its symbols.</summary>
    /// <param name="assembly">Gets the assembly.</param>
    /// <param name="symbols">Gets the portable PDB; null for none.</param>
    public void Write(Stream assembly, Stream? symbols) =>
        Module.Write(
            assembly,
            symbols is null
                ? new WriterParameters()
                : new WriterParameters
                {
                    WriteSymbols = true,
                    SymbolWriterProvider = new PortablePdbWriterProvider(),
                    SymbolStream = symbols,
                }
        );

    /// <inheritdoc/>
    public void Dispose() => Module.Dispose();
}
