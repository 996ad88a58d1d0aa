using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Watching;

namespace ConcurrencyKatas.Cli.Tests.Watching;

/// <summary>The real compiler, started by the watch.</summary>
public sealed class EarlyCompilerTests
{
    // Below the half minute that the compiler may take for one source.
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(25);

    [SlowFact]
    public async Task Its_end_waits_for_no_compilation()
    {
        using var course = Compiled(Exponential(depth: 30));
        var compiler = new EarlyCompiler(new Repository(course.Root));
        var compilation = compiler.CompileAsync(TestCourse.Rooms);
        await Task.Run(compiler.Dispose, TestContext.Current.CancellationToken)
            .WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        await compilation;
        var drafts = course.PathOf("artifacts/compiled");
        Assert.Empty(Directory.Exists(drafts) ? Directory.EnumerateDirectories(drafts) : []);
    }

    [SlowFact]
    public async Task A_cache_that_holds_nonsense_is_passed_over()
    {
        using var course = Compiled("");
        using (var compiler = new EarlyCompiler(new Repository(course.Root)))
        {
            await compiler.CompileAsync(TestCourse.Rooms);
        }
        var files = Directory.GetFiles(course.PathOf("artifacts/compiled"), "*.json", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            File.WriteAllText(file, "{ nonsense");
        }
        using var again = new EarlyCompiler(new Repository(course.Root));
        await again.CompileAsync(TestCourse.Rooms);
    }

    [Fact]
    public void Before_the_command_line_is_read_it_begins_for_a_test_of_one_kata_only()
    {
        string[][] others =
        [
            [],
            ["test"],
            ["test", "--prove", TestCourse.Rooms],
            ["grade", "solutions"],
            ["hint", TestCourse.Rooms],
        ];
        Assert.All(others, arguments => Assert.Null(EarlyCompiler.For(arguments)));
        // What there is no such kata of is told by whoever reads the command line.
        using var compiler = EarlyCompiler.For(["test", "NoSuchKata"]);
        Assert.NotNull(compiler);
    }

    private static TestCourse Compiled(string statements)
    {
        var course = new TestCourse();
        course.Write("katas/options.rsp", RepositoryFolder.Read("katas/options.rsp"));
        course.Write("katas/GlobalUsings.cs", RepositoryFolder.Read("katas/GlobalUsings.cs"));
        course.Write("katas/SemaphoreRooms/Given/Stay.cs", "namespace ConcurrencyKatas.SemaphoreRooms;\n");
        course.Write(
            "katas/SemaphoreRooms/Spa.cs",
            $$"""
            namespace ConcurrencyKatas.SemaphoreRooms;

            public static class Spa
            {
                public static void Open(int guests, int rooms, bool loud) { {{statements}} }

                private static int Pick(Func<int, int> choice) => 1;

                private static int Pick(Func<long, int> choice) => 1;

                private static int Pick(Func<string, int> choice) => 1;
            }
            """
        );
        return course;
    }

    // Each level multiplies the readings that the compiler tries.
    private static string Exponential(int depth) =>
        $"int z = {Enumerable.Range(0, depth).Aggregate("1", (inner, level) => $"Pick(x{level} => {inner})")};";
}
