using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Watching;
using ConcurrencyKatas.Strength.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyKatas.Cli.Tests.Measuring;

/// <summary>A copy of the course whose hidden tests may be changed: they are compiled anew, beside the programs that were built.</summary>
internal sealed class ScratchGraders : IDisposable
{
    private const string Assembly = "ConcurrencyKatas.Graders.dll";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kata-scratch-");

    /// <summary>Copies the course and compiles its graders.</summary>
    /// <param name="file">A file of the graders, below <c>graders/</c>.</param>
    /// <param name="changes">What stands in it, and what is to stand there.</param>
    public ScratchGraders(string file, params (string Before, string After)[] changes)
    {
        foreach (var room in (string[])["katas", "solutions", "graders"])
        {
            Copy(Path.Combine(RepositoryFolder.Root, room), Path.Combine(_root.FullName, room));
        }
        const string Root = "Directory.Packages.props";
        File.Copy(Path.Combine(RepositoryFolder.Root, Root), Path.Combine(_root.FullName, Root));
        var path = Path.Combine(_root.FullName, "graders", file);
        var text = File.ReadAllText(path);
        foreach (var (before, after) in changes)
        {
            Assert.Contains(before, text, StringComparison.Ordinal);
            text = text.Replace(before, after, StringComparison.Ordinal);
        }
        File.WriteAllText(path, text);
        Compile();
    }

    private string Programs => Path.Combine(_root.FullName, "artifacts", "bin", "Graders", "release");

    /// <summary>Grades the impostors and the concurrency mutants of a kata, and reads the page that is made of it.</summary>
    public async Task<KataStrength> MeasureAsync(string kata)
    {
        var repository = new Repository(_root.FullName);
        var surroundings = new Surroundings
        {
            Out = Consoles.Plain(TextWriter.Null),
            Error = Consoles.Plain(TextWriter.Null),
            IsTerminal = false,
            WorkingDirectory = repository.Root,
            Repository = repository,
            Graders = StartCommand.Dotnet(Path.Combine(Programs, Assembly)),
            Pristine = () => new StubPristine(repository),
            Keyboard = new TestKeyboard(),
            EarlyCompiler = () => new EarlyCompiler(repository),
        };
        IReadOnlyList<Kata> katas = [Catalogue.Read(repository).Find(kata)];
        var run = new ConcurrencyRun(surroundings, (request, token) => ShownRun.RunAsync(surroundings, request, token));
        await run.RunAsync(katas, TestContext.Current.CancellationToken);
        return StrengthPages.Read(StrengthFolder.Of(repository), katas).Katas.Single();
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Compile()
    {
        var built = BuiltFolder("bin");
        Directory.CreateDirectory(Programs);
        foreach (var file in Directory.EnumerateFiles(built).Where(f => Path.GetFileName(f) != Assembly))
        {
            File.Copy(file, Path.Combine(Programs, Path.GetFileName(file)));
        }
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(Assembly),
            Sources().Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f)),
            References(built),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication)
        );
        var result = compilation.Emit(Path.Combine(Programs, Assembly));
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        );
    }

    // As the project has them: what is data is left out, what the build has generated is added.
    private IEnumerable<string> Sources()
    {
        var graders = Path.Combine(_root.FullName, "graders");
        string[] left = ["impostors", "alternatives", "Canary"];
        return Directory
            .EnumerateFiles(graders, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(graders, f).Split(Path.DirectorySeparatorChar).Any(left.Contains))
            .Concat(Directory.EnumerateFiles(BuiltFolder("obj"), "*.cs"));
    }

    private static IEnumerable<MetadataReference> References(string built) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(f => Path.GetDirectoryName(f) != Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))
            .Concat(Directory.EnumerateFiles(built, "*.dll").Where(f => Path.GetFileName(f) != Assembly))
            .Where(IsManaged)
            .DistinctBy(Path.GetFileName)
            .Select(f => MetadataReference.CreateFromFile(f));

    private static bool IsManaged(string file)
    {
        try
        {
            _ = System.Reflection.AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string BuiltFolder(string kind) =>
        Path.Combine(
            RepositoryFolder.Root,
            "artifacts",
            kind,
            "Graders",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))
        );

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            var target = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder))).FullName;
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }
    }
}
