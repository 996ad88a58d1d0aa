using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests;

/// <summary>Compiles sample sources as the compiler's server does, in this process, into a folder of its own.</summary>
internal sealed class Compiled : IDisposable
{
    public const string Kata = "SampleKata";

    private readonly string _folder = Directory.CreateTempSubdirectory("kata-compiler-").FullName;

    private Compiled(CompileRequest request) => Answer = KataCompiler.Compile(request with { OutputFolder = _folder });

    public CompileAnswer Answer { get; }

    /// <summary>The complaints without their messages: <c>Spa.cs:3:5 KATA04</c>.</summary>
    public string[] Places => [.. Answer.Diagnostics.Select(d => $"{d.File}:{d.Line}:{d.Column} {d.Id}")];

    /// <summary>Compiles one student file next to one <c>Given</c> file.</summary>
    public static Compiled Source(string edit, string given = "", params string[] allows) =>
        new(Request(edit, given) with { Allows = allows });

    /// <summary>Compiles statements as the body of the entry method.</summary>
    public static Compiled Body(string statements, params string[] allows) => Source(WithBody(statements), "", allows);

    public static Compiled Of(CompileRequest request) => new(request);

    public static string WithBody(string statements, string members = "") =>
        $$"""
            namespace ConcurrencyKatas.SampleKata;

            public static class Spa
            {
                {{members}}
                public static void Open(int guests)
                {
                    {{statements}}
                }
            }
            """;

    public static CompileRequest Request(string edit, string given = "") =>
        new()
        {
            Id = "1",
            Kata = Kata,
            OutputFolder = "",
            OptionsFile = Repository.File("katas/options.rsp"),
            Edit = [new SourceFile("Spa.cs", edit)],
            Given =
            [
                .. given == "" ? Array.Empty<SourceFile>() : [new SourceFile("Given/Room.cs", given)],
                new SourceFile("GlobalUsings.cs", File.ReadAllText(Repository.File("katas/GlobalUsings.cs"))),
            ],
            Entry = "Spa.Open",
            EntrySignature = "public static void Open(int guests)",
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
