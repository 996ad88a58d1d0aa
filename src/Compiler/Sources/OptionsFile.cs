using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyKatas.Compiler.Sources;

/// <summary>The options that every kata is compiled with, in the editor and here.</summary>
internal sealed record OptionsFile(CSharpParseOptions Parse, CSharpCompilationOptions Compile)
{
    /// <summary>Reads a response file of the C# compiler.</summary>
    /// <exception cref="InvalidDataException">The file is missing or holds an option that the compiler does not know.</exception>
    public static OptionsFile Read(string path)
    {
        string full = Path.GetFullPath(path);
        // A source file has to be named or the command line is not complete; it is never read.
        var arguments = CSharpCommandLineParser.Default.Parse(
            ["-nologo", "-target:library", $"@{full}", "none.cs"],
            Path.GetDirectoryName(full),
            sdkDirectory: null
        );
        var errors = arguments.Errors.Where(e => e.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw new InvalidDataException(
                $"The options file {full} cannot be used: {string.Join(" ", errors.Select(e => e.GetMessage()))} "
                    + "Restore it with: git checkout katas/options.rsp."
            );
        }
        var compile = arguments
            .CompilationOptions.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)
            .WithOptimizationLevel(OptimizationLevel.Debug)
            .WithDeterministic(true)
            .WithAllowUnsafe(false)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            // Only errors are reported, so the flow analysis that finds warnings about null would be for nothing.
            .WithNullableContextOptions(
                arguments.CompilationOptions.NullableContextOptions == NullableContextOptions.Disable
                    ? NullableContextOptions.Disable
                    : NullableContextOptions.Annotations
            );
        return new OptionsFile(arguments.ParseOptions, compile);
    }
}
