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
        var compilation = compiler.CompileAsync(Kata(course));
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
            await compiler.CompileAsync(Kata(course));
        }
        var files = Directory.GetFiles(course.PathOf("artifacts/compiled"), "*.json", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            File.WriteAllText(file, "{ nonsense");
        }
        using var again = new EarlyCompiler(new Repository(course.Root));
        await again.CompileAsync(Kata(course));
    }

    private static Kata Kata(TestCourse course) => Catalogue.Read(new Repository(course.Root)).Find(TestCourse.Rooms);

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
