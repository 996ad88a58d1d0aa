using System.Text;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rewriting;
using ConcurrencyKatas.Compiler.Rules;
using ConcurrencyKatas.Compiler.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Compiler.Tests.Rules;

/// <summary>The scan of the compiled code, without the rules over source before it.</summary>
public sealed class CompiledRulesTests
{
    [Theory]
    [InlineData("void F() => System.Environment.Exit(1);", "System.Environment.Exit")]
    [InlineData("void F() { System.Action<int> f = System.Environment.Exit; }", "System.Environment.Exit")]
    [InlineData("void F() { System.Action f = () => System.Environment.Exit(1); }", "System.Environment.Exit")]
    [InlineData("System.Collections.Generic.List<System.Threading.Thread> x;", "System.Threading.Thread")]
    [InlineData("object F(object o) => (System.Threading.Thread)o;", "System.Threading.Thread")]
    [InlineData("object F() => new System.Threading.Thread[3];", "System.Threading.Thread")]
    [InlineData("object F() => default(System.IO.FileMode);", "System.IO.FileMode")]
    [InlineData("object F() => typeof(System.Threading.Thread);", "System.Threading.Thread")]
    [InlineData("object F() => System.Array.Empty<System.Threading.Thread>();", "System.Threading.Thread")]
    [InlineData("void F() { try { } catch (System.IO.FileNotFoundException) { } }", "System.IO.FileNotFoundException")]
    [InlineData("void F(System.Threading.Thread t) { }", "System.Threading.Thread")]
    [InlineData("abstract class B : System.IO.Stream { B() { } }", "System.IO.Stream")]
    [InlineData("[System.ThreadStatic] static int x;", "System.ThreadStaticAttribute")]
    [InlineData("void F(object o) { lock (o) { } }", "System.Threading.Monitor.Enter")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"c\")] static extern void F();", "F, a native method,")]
    [InlineData("unsafe void F(delegate*<void> f) => f();", "A function pointer")]
    [InlineData("object F() => ConcurrencyKatas.Control.Seam.Controller;", "ConcurrencyKatas.Control.Seam.Controller")]
    public void A_reference_off_the_list_is_caught(string member, string what)
    {
        var complaints = Scan($"namespace N;\nabstract class A\n{{\n{member}\n}}", []);
        var complaint = Assert.Single(
            complaints.Where(c => c.Message.StartsWith($"{what} ", StringComparison.Ordinal)).Take(1)
        );
        Assert.Equal(("KATA99", "Spa.cs"), (complaint.Id, complaint.File));
    }

    [Fact]
    public void Its_line_comes_from_the_symbols()
    {
        var complaint = Assert.Single(
            Scan("namespace N;\nclass A\n{\n    void F()\n    {\n        System.Environment.Exit(1);\n    }\n}", [])
        );
        Assert.Equal((6, 9), (complaint.Line, complaint.Column));
    }

    [Fact]
    public void What_Given_declares_is_not_judged() =>
        Assert.Empty(Scan("namespace N; class A { void F() => System.Environment.Exit(1); }", ["N.A"]));

    [Fact]
    public void What_the_kata_allows_passes() =>
        Assert.Empty(
            Scan("namespace N; class A { void F() => System.Environment.Exit(1); }", [], "System.Environment.Exit")
        );

    private static IReadOnlyCollection<Complaint> Scan(string source, HashSet<string> given, params string[] allows)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), path: "Spa.cs")],
            FrameworkReferences.Everything,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
        );
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)
        );
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        using var module = new RewrittenModule(image.ToArray(), symbols.ToArray());
        return new CompiledRules(new RuleBook(allows), "Spa.cs").Check(module.Module, given);
    }
}
