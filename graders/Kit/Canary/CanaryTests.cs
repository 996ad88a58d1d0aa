using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit.Canary;

/// <summary>Hears the canary, in processes for real. Only in a build with trusted solutions.</summary>
public sealed class CanaryTests
{
    [Fact]
    public void The_canary_sings_in_a_process_of_its_own()
    {
        Assert.SkipUnless(Trust.IsGiven, "the canary is there for trusted mode only");
        string root = RepositoryRoot.Find();
        using var compiler = new CompilerClient(Path.Combine(root, "artifacts", "compiled"));
        CompiledKata compiled = compiler.Rewrite(Trust.Assembly).Compiled!;

        RealRun run = RealRunner.Run(compiled, Definition(root), new Size("the canary", 6));

        Assert.Equal(["7"], run.Marks.Select(mark => mark.What));
    }

    private static KataDefinition Definition(string root) =>
        new()
        {
            Slug = "Canary",
            Folder = root,
            Title = "Canary",
            Track = "",
            Difficulty = 1,
            Teaches = [],
            OutOfScope = [],
            After = [],
            Edit = [],
            Entry = "Canary.Wake",
            Signature = "public static void Wake(int number)",
            Allows = [],
        };
}
