using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

public sealed class PrebuiltTests : IDisposable
{
    private const string Source = """
        namespace ConcurrencyKatas.SampleKata
        {
            public static class Spa
            {
                public static int Count = 1;
                public static void Open()
                {
                    for (int i = 0; i < 3; i++) { }
                    System.Threading.Monitor.Enter(typeof(Spa));
                    System.Threading.Thread.Sleep(1);
                }
            }
        }
        namespace Stryker123
        {
            public static class MutantControl
            {
                public static int Active = 7;
                public static void Look()
                {
                    for (int i = 0; i < 3; i++) { }
                    System.Threading.Monitor.Enter(typeof(MutantControl));
                    System.Threading.Thread.Sleep(1);
                }
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-prebuilt-");

    [Fact]
    public void A_prebuilt_assembly_goes_through_the_scheduler_like_one_that_is_compiled_here()
    {
        using var rewritten = Rewrite();
        Assert.Equal(
            [
                "ConcurrencyKatas.Control.LoopTurns",
                "ConcurrencyKatas.Control.ControlledMonitor",
                "ConcurrencyKatas.Control.ControlledThread",
            ],
            CalledBy(rewritten, "ConcurrencyKatas.SampleKata.Spa", "Open")
        );
    }

    [Fact]
    public void What_a_tool_has_put_into_it_keeps_the_systems_own_locks_and_loops()
    {
        using var rewritten = Rewrite();
        Assert.Equal(
            ["System.Threading.Monitor", "System.Threading.Thread"],
            CalledBy(rewritten, "Stryker123.MutantControl", "Look")
        );
    }

    [Fact]
    public void What_a_tool_remembers_is_not_reset_between_runs()
    {
        using var rewritten = Rewrite();
        Assert.Equal(
            ["ConcurrencyKatas.SampleKata.Spa"],
            rewritten.Types.Where(t => t.Methods.Any(m => m.Name == "<ZeroStatics>")).Select(t => t.FullName)
        );
    }

    [Fact]
    public void An_equal_assembly_is_rewritten_under_an_equal_id()
    {
        using var once = Rewrite();
        using var again = Rewrite();
        Assert.Equal(once.Mvid, again.Mvid);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ModuleDefinition Rewrite()
    {
        string path = Path.Combine(_folder.FullName, "Sample.dll");
        var result = CSharpCompilation
            .Create(
                "Sample",
                [CSharpSyntaxTree.ParseText(Source)],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true)
            )
            .Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        var answer = PrebuiltRewriter.Rewrite(
            Compiled.Request("") with
            {
                OutputFolder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "out")).FullName,
                Prebuilt = new PrebuiltAssembly(path, ""),
            }
        );
        Assert.Equal((CompileStatus.Compiled, (string?)null), (answer.Status, answer.Symbols));
        return ModuleDefinition.ReadModule(new MemoryStream(File.ReadAllBytes(answer.Assembly!)));
    }

    private static IEnumerable<string> CalledBy(ModuleDefinition module, string type, string method) =>
        module
            .GetType(type)
            .Methods.First(m => m.Name == method)
            .Body.Instructions.Select(i => i.Operand)
            .OfType<MethodReference>()
            .Where(m => m.Name is "Enter" or "Sleep" or "Count")
            .Select(m => m.DeclaringType.FullName);
}
