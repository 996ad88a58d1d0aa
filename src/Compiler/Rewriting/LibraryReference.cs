using ConcurrencyKatas.Compiler.Sources;
using Mono.Cecil;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>How a rewritten module names the library that the scheduler takes hold of.</summary>
internal static class LibraryReference
{
    /// <summary>The module's reference; added where the module has none.</summary>
    public static AssemblyNameReference In(ModuleDefinition module)
    {
        if (module.AssemblyReferences.FirstOrDefault(a => a.Name == FrameworkReferences.Multiprocessing) is { } present)
        {
            return present;
        }
        var version = typeof(Control.Seam).Assembly.GetName().Version;
        var added = new AssemblyNameReference(FrameworkReferences.Multiprocessing, version);
        module.AssemblyReferences.Add(added);
        return added;
    }
}
