using System.Text;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rewriting;
using ConcurrencyKatas.Compiler.Rules;
using ConcurrencyKatas.Compiler.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Compiler;

/// <summary>Makes a rule-checked, rewritten assembly from the source text of one kata. Loads and runs none of it.</summary>
internal static class KataCompiler
{
    /// <summary>How many complaints an answer has at most.</summary>
    public const int MostDiagnostics = 50;

    // "Not found": the name may be one of the framework's that the usual references lack. 0012: its assembly is not referenced.
    private static readonly HashSet<string> s_notFound =
    [
        "CS0012",
        "CS0103",
        "CS0117",
        "CS0234",
        "CS0246",
        "CS0400",
        "CS0656",
        "CS1061",
        "CS1069",
        "CS1929",
        "CS7069",
    ];

    /// <summary>Answers one request.</summary>
    public static CompileAnswer Compile(CompileRequest request)
    {
        var options = OptionsFile.Read(request.OptionsFile);
        SyntaxTree[] edit = [.. request.Edit.Select(file => Parse(file, options))];
        SyntaxTree[] given = [.. request.Given.Select(file => Parse(file, options))];
        var answer = new CompileAnswer
        {
            Id = request.Id,
            Status = CompileStatus.DoesNotCompile,
            EditTokensHash = edit.ToDictionary(tree => tree.FilePath, TokenHash.Of),
            GivenFileTokensHash = given.ToDictionary(tree => tree.FilePath, TokenHash.Of),
            GivenTokensHash = TokenHash.OfAll(given),
        };

        var compilation = CSharpCompilation.Create(
            request.Kata,
            [.. edit, .. given],
            FrameworkReferences.Usual,
            options.Compile.WithModuleName($"{request.Kata}.dll")
        );
        var (image, symbols, errors) = Emit(compilation);
        if (errors.Any(e => s_notFound.Contains(e.Id)))
        {
            compilation = compilation.WithReferences(FrameworkReferences.Everything);
            (image, symbols, errors) = Emit(compilation);
        }

        var broken = SourceRules.Check(request, compilation, edit, given);
        Complaint[] complaints = [.. errors.Where(e => !IsSaidByARule(e.Id)).Select(ToComplaint)];
        if (complaints.Length > 0 || (errors.Count > 0 && broken.Count == 0))
        {
            complaints = complaints.Length > 0 ? complaints : [.. errors.Select(ToComplaint)];
            return answer with { Diagnostics = InOrder(request, [.. complaints, .. broken]) };
        }
        if (broken.Count > 0)
        {
            return answer with { Status = CompileStatus.BreaksTheRules, Diagnostics = InOrder(request, broken) };
        }
        if (EntryMethod.Check(request, compilation) is { } wrongEntry)
        {
            return answer with { Diagnostics = [wrongEntry] };
        }
        return Finish(request, answer, compilation, image, symbols, given);
    }

    private static CompileAnswer Finish(
        CompileRequest request,
        CompileAnswer answer,
        CSharpCompilation compilation,
        byte[] image,
        byte[] symbols,
        SyntaxTree[] given
    )
    {
        using var module = new RewrittenModule(image, symbols);
        string mainFile = request.Edit.Count > 0 ? request.Edit[0].Name : "";
        var found = new CompiledRules(new RuleBook(request.Allows), mainFile).Check(
            module.Module,
            GivenTypes(compilation, given)
        );
        if (found.Count > 0)
        {
            return answer with { Status = CompileStatus.BreaksTheRules, Diagnostics = InOrder(request, found) };
        }
        var (hasStatics, needsFreshContext) = module.Rewrite();
        string assemblyPath = Path.Combine(request.OutputFolder, $"{request.Kata}.dll");
        string symbolsPath = Path.Combine(request.OutputFolder, $"{request.Kata}.pdb");
        module.Write(assemblyPath, symbolsPath);
        return answer with
        {
            Status = CompileStatus.Compiled,
            Assembly = assemblyPath,
            Symbols = symbolsPath,
            Mvid = module.Module.Mvid,
            HasStatics = hasStatics,
            NeedsFreshContext = needsFreshContext,
        };
    }

    private static SyntaxTree Parse(SourceFile file, OptionsFile options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), options.Parse, file.Name);

    /// <summary>Emits a compilation with its symbols, and says what keeps it from being emitted.</summary>
    internal static (byte[] Image, byte[] Symbols, IReadOnlyList<Diagnostic> Errors) Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(
                debugInformationFormat: DebugInformationFormat.PortablePdb,
                pdbFilePath: $"{compilation.AssemblyName}.pdb"
            )
        );
        Diagnostic[] errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        return (image.ToArray(), symbols.ToArray(), errors);
    }

    // The compiler's own words for what a rule explains better: unsafe code and what only makes sense in it.
    private static bool IsSaidByARule(string id) => id is "CS0227" or "CS0214" or "CS0233" or "CS1968";

    private static Complaint ToComplaint(Diagnostic error)
    {
        var span = error.Location.GetLineSpan();
        string message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return span.IsValid
            ? new Complaint(
                span.Path,
                span.StartLinePosition.Line + 1,
                span.StartLinePosition.Character + 1,
                error.Id,
                message
            )
            : new Complaint("", 0, 0, error.Id, message);
    }

    private static Complaint[] InOrder(CompileRequest request, IEnumerable<Complaint> complaints)
    {
        string[] files = [.. request.Edit.Concat(request.Given).Select(f => f.Name)];
        return
        [
            .. complaints
                .OrderBy(c => Array.IndexOf(files, c.File) is >= 0 and var index ? index : int.MaxValue)
                .ThenBy(c => c.Line)
                .ThenBy(c => c.Column)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .Take(MostDiagnostics),
        ];
    }

    private static HashSet<string> GivenTypes(CSharpCompilation compilation, SyntaxTree[] given)
    {
        var names = new HashSet<string>();
        var pending = new Stack<INamespaceSymbol>([compilation.Assembly.GlobalNamespace]);
        while (pending.TryPop(out var space))
        {
            foreach (var type in space.GetTypeMembers())
            {
                if (type.DeclaringSyntaxReferences.All(r => given.Contains(r.SyntaxTree)))
                {
                    names.Add(
                        space.IsGlobalNamespace ? type.MetadataName : $"{space.ToDisplayString()}.{type.MetadataName}"
                    );
                }
            }
            foreach (var inner in space.GetNamespaceMembers())
            {
                pending.Push(inner);
            }
        }
        return names;
    }
}
