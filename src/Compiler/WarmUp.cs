using System.Text;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rewriting;
using ConcurrencyKatas.Compiler.Rules;
using ConcurrencyKatas.Compiler.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Compiler;

/// <summary>
/// Compiles a small kata of its own while nobody asks for anything yet, so that the first request finds what it needs
/// loaded. Writes nothing.
/// </summary>
internal static class WarmUp
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace ConcurrencyKatas.WarmUp;

        public static class Sample
        {
            private static readonly List<int> s_seen = [];

            public static void Open(int guests, int rooms)
            {
                var free = new Semaphore(rooms);
                var all = Enumerable.Range(1, guests).Select(guest => new Process(Stay, guest, free)).ToList();
                foreach (var guest in all)
                {
                    guest.Start();
                }
                all.ForEach(guest => guest.Join());
            }

            private static void Stay(int guest, Semaphore free)
            {
                try
                {
                    using (free.Enter())
                    {
                        Console.WriteLine($"guest {guest} is in");
                        s_seen.Add(guest);
                    }
                }
                catch (InvalidOperationException e) when (guest > 3)
                {
                    Console.WriteLine(e.Message);
                }
            }
        }
        """;

    /// <summary>Goes once through all that a request goes through.</summary>
    public static void Run()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(Source, Encoding.UTF8), parse, "Sample.cs");
        var compilation = CSharpCompilation.Create(
            "WarmUp",
            [tree],
            FrameworkReferences.Usual,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true)
        );
        var request = new CompileRequest
        {
            Id = "",
            Kata = "WarmUp",
            OutputFolder = "",
            OptionsFile = "",
            Edit = [],
            Entry = "Sample.Open",
            EntrySignature = "public static void Open(int guests, int rooms)",
        };
        var (image, symbols, errors) = KataCompiler.Emit(compilation);
        var complaints = SourceRules.Check(request, compilation, [tree], []);
        if (errors.Count > 0 || complaints.Count > 0)
        {
            throw new InvalidOperationException($"The compiler's own sample does not compile: {errors.Count} errors.");
        }
        using var module = new RewrittenModule(image, symbols);
        module.Rewrite();
        module.Write(new MemoryStream(), new MemoryStream());
    }
}
