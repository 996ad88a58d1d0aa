using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Lets Grading hash the tokens of a kata as it is handed out, and keeps them as pristine.</summary>
internal sealed class StubPristine : IPristine
{
    public string Accept(KataFolders folders, Kata kata)
    {
        var root = folders.Repository.Root;
        var definition = KataDefinition.Load(root, kata.Name);
        using var compiler = new CompilerClient(Path.Combine(folders.Repository.Artifacts, "compiled"));
        var result = compiler.Compile(root, definition, SubmissionSource.Read(definition.Folder, definition));
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

    // GlobalUsings.cs is compiled in as well, but belongs to the course and not to the kata.
    private static Dictionary<string, string> GivenOfKata(CompilationResult result) =>
        result
            .GivenFileTokensHash.Where(f => f.Key.StartsWith("Given/", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary();
}
