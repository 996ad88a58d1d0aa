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
/// Compiles a tiny kata of its own beside the first request, or before it, so that what comes late in a request is loaded
/// by the time that the request gets there. Writes nothing.
/// </summary>
internal static class WarmUp
{
    private const string Source = """
        namespace ConcurrencyKatas.WarmUp;

        public static class Sample
        {
            private static int s_seen;

            public static void Open(int guests, int rooms) => System.Console.WriteLine(s_seen += guests);
        }
        """;

    /// <summary>Begins on a thread of its own. What fails there costs time only: requests go on, and it is written down.</summary>
    /// <param name="run">What to do: <see cref="Run"/>.</param>
    /// <param name="problems">Where a failure is written.</param>
    public static Thread Begin(Action run, TextWriter problems)
    {
        var thread = new Thread(() =>
        {
            try
            {
                run();
            }
            catch (Exception problem)
            {
                problems.WriteLine($"Warming up failed: {problem.GetType().Name}: {problem.Message}");
            }
        })
        {
            IsBackground = true,
            Name = "warm up",
        };
        thread.Start();
        return thread;
    }

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
