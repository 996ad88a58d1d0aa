using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Classes of this assembly as submissions. It is handed to workers as it is: nothing in it has been through the rules.</summary>
internal static class OwnAssembly
{
    private static readonly string s_path = typeof(OwnAssembly).Assembly.Location;

    /// <summary>What a compiler would have made.</summary>
    public static CompiledKata Compiled { get; } =
        new(
            s_path,
            Path.ChangeExtension(s_path, ".pdb"),
            typeof(OwnAssembly).Module.ModuleVersionId,
            HasStatics: false,
            NeedsFreshContext: false
        );

    /// <summary>A kata of which nothing is known but what is run.</summary>
    /// <param name="type">Lies in the namespace of the kata.</param>
    /// <param name="entry">Its method.</param>
    public static KataDefinition Kata(Type type, string entry) =>
        new()
        {
            Slug = type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..],
            Folder = "",
            Title = "",
            Track = "",
            Difficulty = 1,
            Teaches = [],
            OutOfScope = [],
            After = [],
            Edit = [],
            Entry = $"{type.Name}.{entry}",
            Signature = "",
            Allows = [],
        };
}
