using System.Reflection;
using System.Runtime.Loader;

namespace ConcurrencyKatas.Control;

/// <summary>Finds assemblies by name and module version id, so that both sides of a start run the same build.</summary>
internal static class AssemblyFinder
{
    /// <summary>The assembly.</summary>
    /// <exception cref="WireFormatException">There is none of this build.</exception>
    public static Assembly Find(string name, Guid version) =>
        ProcessPayload.AssemblyResolver?.Invoke(version, name)
        ?? Loaded(version)
        ?? FromPath(version)
        ?? FromName(name, version)
        ?? throw new WireFormatException(
            $"The assembly {name} of build {version} is not to be found in process {Environment.ProcessId}. Parent and child "
                + "must run the same build: stop what runs, build again and start again."
        );

    /// <summary>Where an assembly can be loaded from, or <see langword="null"/>.</summary>
    public static string? PathOf(Assembly assembly) =>
        ProcessPayload.AssemblyPaths.TryGetValue(Version(assembly), out string? path) ? path
        : assembly.IsDynamic || assembly.Location.Length == 0 ? null
        : assembly.Location;

    public static Guid Version(Assembly assembly) => assembly.ManifestModule.ModuleVersionId;

    private static Assembly? Loaded(Guid version) =>
        Version(typeof(object).Assembly) == version
            ? typeof(object).Assembly
            : AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(one => Version(one) == version);

    private static Assembly? FromPath(Guid version)
    {
        if (!ProcessPayload.AssemblyPaths.TryGetValue(version, out string? path) || !File.Exists(path))
        {
            return null;
        }
        try
        {
            return Same(AssemblyLoadContext.Default.LoadFromAssemblyPath(path), version);
        }
        catch (Exception exception) when (exception is FileLoadException or BadImageFormatException)
        {
            return null; // Another build of the same name is loaded already; the caller says so.
        }
    }

    private static Assembly? FromName(string name, Guid version)
    {
        try
        {
            return Same(Assembly.Load(new AssemblyName { Name = name }), version);
        }
        catch (Exception exception)
            when (exception
                    is FileNotFoundException
                        or FileLoadException
                        or BadImageFormatException
                        or ArgumentException
            )
        {
            return null; // The caller says what is missing.
        }
    }

    private static Assembly? Same(Assembly assembly, Guid version) => Version(assembly) == version ? assembly : null;
}
