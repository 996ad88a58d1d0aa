using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests;

public sealed class DiagnosticsTests
{
    [Fact]
    public void Errors_come_by_file_line_and_column()
    {
        var request = Compiled.Request(
            "namespace ConcurrencyKatas.SampleKata;\nclass A { int x = \"\"; int y = \"\"; }\nclass B { Z z; }"
        ) with
        {
            Edit =
            [
                new SourceFile("Z.cs", "namespace ConcurrencyKatas.SampleKata;\nclass C { int x = \"\"; }"),
                new SourceFile(
                    "A.cs",
                    "namespace ConcurrencyKatas.SampleKata;\nclass D { int x = \"\"; int y = \"\"; }\nclass E { F f; }"
                ),
            ],
        };
        using var compiled = Compiled.Of(request);
        Assert.Equal(CompileStatus.DoesNotCompile, compiled.Answer.Status);
        Assert.Equal(["Z.cs:2:19 CS0029", "A.cs:2:19 CS0029", "A.cs:2:31 CS0029", "A.cs:3:11 CS0246"], compiled.Places);
    }

    [Fact]
    public void Warnings_are_not_reported()
    {
        using var compiled = Compiled.Body("int unused; string s = null; Console.WriteLine(s.Length);");
        Assert.Empty(compiled.Answer.Diagnostics);
    }

    [Fact]
    public void At_most_fifty_errors_are_reported()
    {
        using var compiled = Compiled.Body(string.Concat(Enumerable.Repeat("int x = y;\n", 80)));
        Assert.Equal(KataCompiler.MostDiagnostics, compiled.Answer.Diagnostics.Count);
    }

    [Fact]
    public void A_broken_rule_is_told_beside_an_error()
    {
        using var compiled = Compiled.Body("int x = \"\";\nEnvironment.Exit(1);");
        Assert.Equal(CompileStatus.DoesNotCompile, compiled.Answer.Status);
        Assert.Equal(["CS0029", "KATA08"], compiled.Answer.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_line_directive_does_not_move_an_error()
    {
        using var compiled = Compiled.Source(
            "namespace ConcurrencyKatas.SampleKata;\n#line 100 \"Other.cs\"\nclass A { int x = \"\"; }"
        );
        Assert.Contains("Spa.cs:3:19 CS0029", compiled.Places);
    }

    [Fact]
    public void A_name_that_exists_nowhere_is_a_compile_error()
    {
        using var compiled = Compiled.Body("new Restaurant().Open();");
        Assert.Equal("CS0246", Assert.Single(compiled.Answer.Diagnostics).Id);
    }

    [Fact]
    public void A_using_directive_of_a_namespace_that_is_never_used_is_fine()
    {
        using var compiled = Compiled.Source(
            "using System.Net.Http;\nusing System.Threading;\n" + Compiled.WithBody("")
        );
        Assert.Empty(compiled.Answer.Diagnostics);
    }
}
