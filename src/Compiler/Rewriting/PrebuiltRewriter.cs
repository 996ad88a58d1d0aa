using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>Rewrites an assembly that was built elsewhere, as if it had been compiled here. It comes without symbols.</summary>
internal static class PrebuiltRewriter
{
    /// <summary>Answers a request that names such an assembly.</summary>
    public static CompileAnswer Rewrite(CompileRequest request)
    {
        // Without symbols: an instrumented assembly lies beside those of the original, whose offsets are not its own.
        using var module = new RewrittenModule(File.ReadAllBytes(request.Prebuilt!.Path), symbols: null);
        var (hasStatics, needsFreshContext) = module.Rewrite();
        string path = Path.Combine(request.OutputFolder, $"{request.Kata}.dll");
        using (var assembly = File.Create(path))
        {
            module.Write(assembly, symbols: null);
        }
        return new CompileAnswer
        {
            Id = request.Id,
            Status = CompileStatus.Compiled,
            Assembly = path,
            Mvid = module.Module.Mvid,
            HasStatics = hasStatics,
            NeedsFreshContext = needsFreshContext,
        };
    }
}
