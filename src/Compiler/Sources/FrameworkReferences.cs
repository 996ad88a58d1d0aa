using Microsoft.CodeAnalysis;

namespace ConcurrencyKatas.Compiler.Sources;

/// <summary>The assemblies that a kata is compiled against.</summary>
internal static class FrameworkReferences
{
    /// <summary>Where names such as <c>Process</c> and <c>Semaphore</c> live; its types may not be shadowed.</summary>
    public const string Multiprocessing = "ConcurrencyKatas.Multiprocessing";

    private const string Marks = "ConcurrencyKatas.Marks";

    // What the rules allow lies in these. Reading all of the framework costs 80 ms more on a cold start.
    private static readonly string[] s_usual =
    [
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Console",
        "System.Linq",
        "System.Memory",
        "System.ObjectModel",
        "System.Runtime.Numerics",
        "System.Threading",
    ];

    private static readonly Lazy<MetadataReference[]> s_usualReferences = new(() =>
        [.. s_usual.Select(name => Read(Path.Combine(FrameworkFolder, name + ".dll"))), .. Ours()]
    );

    private static readonly Lazy<MetadataReference[]> s_everything = new(() => [.. ReadFramework(), .. Ours()]);

    /// <summary>Enough for every kata that keeps the rules.</summary>
    public static MetadataReference[] Usual => s_usualReferences.Value;

    /// <summary>
    /// The whole framework. A forbidden name is only found here, and must be found, so that the answer is the rule and not
    /// "the name does not exist".
    /// </summary>
    public static MetadataReference[] Everything => s_everything.Value;

    private static string FrameworkFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static IEnumerable<MetadataReference> ReadFramework() =>
        Directory
            .EnumerateFiles(FrameworkFolder, "*.dll")
            .Where(path => Path.GetFileName(path) is var name && IsManaged(name))
            .Order(StringComparer.Ordinal)
            .Select(Read);

    private static bool IsManaged(string name) =>
        name is "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll"
        || (
            (
                name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
            ) && !name.Contains(".Native.", StringComparison.Ordinal)
        );

    private static IEnumerable<MetadataReference> Ours() =>
        [
            Read(Path.Combine(AppContext.BaseDirectory, Multiprocessing + ".dll")),
            Read(Path.Combine(AppContext.BaseDirectory, Marks + ".dll")),
        ];

    private static MetadataReference Read(string path) => MetadataReference.CreateFromFile(path);
}
