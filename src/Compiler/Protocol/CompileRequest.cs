namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>One kata to compile. A request is one line of JSON on the compiler's standard input.</summary>
public sealed record CompileRequest
{
    /// <summary>Comes back in the answer.</summary>
    public required string Id { get; init; }

    /// <summary>The kata's folder name; also the name of the assembly.</summary>
    public required string Kata { get; init; }

    /// <summary>An existing folder in which the assembly and its symbols are written.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The path of <c>katas/options.rsp</c>.</summary>
    public required string OptionsFile { get; init; }

    /// <summary>What the student owns; the rules are for these files.</summary>
    public required IReadOnlyList<SourceFile> Edit { get; init; }

    /// <summary>What the kata gives, and the shared <c>GlobalUsings.cs</c>.</summary>
    public IReadOnlyList<SourceFile> Given { get; init; } = [];

    /// <summary>
    /// What this kata allows beyond the list: a namespace, a type or a member by its full name (<c>System.IO</c>), a member
    /// of the course's own types (<c>Process.Kill</c>), or a construct of the rules' table (<c>async</c>).
    /// </summary>
    public IReadOnlyList<string> Allows { get; init; } = [];

    /// <summary>The method that graders call: <c>Spa.Open</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>How the entry is declared: <c>public static void Open(int guests, int rooms)</c>.</summary>
    public required string EntrySignature { get; init; }

    /// <summary>An assembly that is only to be rewritten: then there is nothing to compile and no rule to check.</summary>
    public PrebuiltAssembly? Prebuilt { get; init; }
}
