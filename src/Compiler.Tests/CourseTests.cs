using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Compiler.Tests;

/// <summary>
/// What the course hands out and what solves it must come through the compiler. Impostors and alternatives do in
/// <c>./kata check</c>.
/// </summary>
public sealed class CourseTests
{
    public static TheoryData<string, string> Submissions =>
        [
            .. Directory
                .EnumerateFiles(Repository.File("katas"), "kata.json", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(Path.GetDirectoryName(path))!)
                .SelectMany(kata => Folders(kata).Select(folder => (kata, folder))),
        ];

    [SlowTheory]
    [MemberData(nameof(Submissions))]
    public void It_compiles_within_the_rules(string kata, string folder)
    {
        var definition = KataDefinition.Load(Repository.File("."), kata);
        var source = SubmissionSource.Read(Repository.File(folder), definition);
        Assert.Empty(source.Diagnostics);

        using var compiled = Compiled.Of(
            new CompileRequest
            {
                Id = "1",
                Kata = kata,
                OutputFolder = "",
                OptionsFile = Repository.File("katas/options.rsp"),
                Edit = source.Edit,
                Given = GivenSource.Read(definition),
                Allows = definition.Allows,
                Entry = definition.Entry,
                EntrySignature = definition.Signature,
            }
        );
        Assert.Empty(compiled.Answer.Diagnostics);
        Assert.Equal(CompileStatus.Compiled, compiled.Answer.Status);
    }

    private static IEnumerable<string> Folders(string kata) =>
        new[] { $"katas/{kata}", $"solutions/{kata}" }.Where(folder => Directory.Exists(Repository.File(folder)));
}
