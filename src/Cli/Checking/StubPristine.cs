using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Lets Grading hash the tokens of a kata: keeps those that are handed out as pristine, and knows them again.</summary>
/// <param name="repository">The repository, whose cache of compiled sources is used.</param>
internal sealed class StubPristine(Repository repository) : IPristine
{
    private readonly CompilerClient _compiler = new(Path.Combine(repository.Artifacts, "compiled"));

    public string Accept(KataFolders folders, Kata kata)
    {
        var root = folders.Repository.Root;
        var definition = KataDefinition.Load(root, kata.Name);
        var result = _compiler.Compile(root, definition, SubmissionSource.Read(definition.Folder, definition));
        if (result.EditTokensHash.Count == 0)
        {
            var why = result.Diagnostics is [var first, ..]
                ? $"{first.File}: {first.Message}"
                : "the compiler gave no answer";
            throw new UserError($"The stub of {kata.Name} cannot be accepted: {why}", ExitCodes.Failed);
        }
        new Pristine { Stub = result.EditTokensHash, Given = GivenOfKata(result) }.Save(root, kata.Name);
        return Pristine.PathOf(root, kata.Name);
    }

    public bool IsStub(Kata kata, IReadOnlyDictionary<string, string> texts)
    {
        var pristine =
            Pristine.Load(repository.Root, kata.Name)
            ?? throw new UserError(
                $"Nobody knows what the stub of {kata.Name} was: "
                    + $"{repository.Relative(Pristine.PathOf(repository.Root, kata.Name))} is missing. "
                    + "Bring it back with git checkout; an author writes it with ./kata check --accept.",
                ExitCodes.Failed
            );
        var source = new SubmissionSource
        {
            Edit = [.. kata.Edit.Select(file => new SourceFile(file, texts[file]))],
            Diagnostics = [],
        };
        var definition = KataDefinition.Load(repository.Root, kata.Name);
        return pristine.IsStub(_compiler.Compile(repository.Root, definition, source).EditTokensHash);
    }

    public void Dispose() => _compiler.Dispose();

    // GlobalUsings.cs is compiled in as well, but belongs to the course and not to the kata.
    private static Dictionary<string, string> GivenOfKata(CompilationResult result) =>
        result
            .GivenFileTokensHash.Where(f => f.Key.StartsWith("Given/", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary();
}
