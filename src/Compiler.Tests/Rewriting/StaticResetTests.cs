using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

[Collection(nameof(Seam))]
public sealed class StaticResetTests
{
    private const string Spa = "ConcurrencyKatas.SampleKata.Spa";

    [Theory]
    [InlineData("private const int Rooms = 4;")]
    [InlineData("private static readonly int s_rooms = 4;")]
    [InlineData("private static readonly string s_name = \"spa\";")]
    [InlineData("private static readonly decimal s_price = 1.5m; private const decimal Other = 2.5m;")]
    [InlineData("private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);")]
    [InlineData("private static Func<int, int> Twice() => x => 2 * x;")]
    [InlineData("private static Func<int, int> Absolute() => Math.Abs;")]
    [InlineData("private static int[] Constants() => [1, 2, 3, 4];")]
    public void What_never_changes_is_no_state(string members)
    {
        using var compiled = Compiled.Source(Compiled.WithBody("", members));
        Assert.Empty(compiled.Answer.Diagnostics);
        Assert.False(compiled.Answer.HasStatics);
    }

    [Theory]
    [InlineData("private static int s_rooms = 4;")]
    [InlineData("private static readonly List<int> s_seen = [];")]
    [InlineData("private static int Rooms { get; set; }")]
    [InlineData("private static readonly int s_start = Environment.TickCount;")]
    [InlineData("private static event Action? Left;")]
    [InlineData("private static class Inner { public static string? Name; }")]
    [InlineData("static Spa() => Console.WriteLine(1);")]
    public void What_may_change_is_state(string members)
    {
        using var compiled = Compiled.Source(Compiled.WithBody("", members));
        Assert.Empty(compiled.Answer.Diagnostics);
        Assert.True(compiled.Answer.HasStatics);
        Assert.False(compiled.Answer.NeedsFreshContext);
    }

    [Fact]
    public void State_in_Given_counts()
    {
        using var compiled = Compiled.Source(
            Compiled.WithBody(""),
            "namespace ConcurrencyKatas.SampleKata; public static class Room { public static int Guests; }"
        );
        Assert.True(compiled.Answer.HasStatics);
    }

    [Fact]
    public void State_in_a_generic_type_needs_a_fresh_context()
    {
        using var compiled = Compiled.Source(
            Compiled.WithBody("", "private static class Box<T> { public static int Count; }")
        );
        Assert.True(compiled.Answer.HasStatics);
        Assert.True(compiled.Answer.NeedsFreshContext);
    }

    [Fact]
    public void A_reset_gives_every_field_its_first_value()
    {
        using var sample = LoadedSample.Body(
            """
            s_count++; s_name = "b"; s_list.Add(1); Inner.Ready = true; Number = 9; s_time = s_time.AddDays(1);
            """,
            """
            private static int s_count = 40;
            private static string? s_name;
            private static readonly List<int> s_list = [7];
            private static DateTime s_time = new(2000, 1, 1);
            private static int Number { get; set; } = 5;
            private static class Inner { public static bool Ready; }
            public static string Show() => $"{s_count} {s_name} {string.Join(',', s_list)} {s_time.Day} {Number} {Inner.Ready}";
            """
        );
        for (int run = 0; run < 3; run++)
        {
            sample.Reset();
            Assert.Equal("40  7 1 5 False", sample.Call(Spa, "Show"));
            sample.Open();
            Assert.Equal("41 b 7,1 2 9 True", sample.Call(Spa, "Show"));
        }
    }

    [Fact]
    public void Without_a_reset_initialisers_run_as_they_always_do()
    {
        using var sample = LoadedSample.Body(
            "",
            "private static int s_count = 40; public static int Show() => ++s_count;"
        );
        Assert.Equal(41, sample.Call(Spa, "Show"));
        Assert.Equal(42, sample.Call(Spa, "Show"));
    }

    [Fact]
    public void A_reset_runs_each_initialiser_exactly_once()
    {
        using var sample = LoadedSample.Body("", "static Spa() => Console.Write('s'); public static int X;");
        using var controller = new RecordingController();
        sample.Reset();
        sample.Open();
        Assert.Single(controller.Operations);
        sample.Reset();
        sample.Open();
        Assert.Equal(2, controller.Operations.Count);
    }

    [Fact]
    public void An_initialiser_that_reads_another_class_finds_it_ready()
    {
        // Early is declared first but needs Late, directly and through a method.
        using var sample = LoadedSample.Source(
            """
            namespace ConcurrencyKatas.SampleKata;
            public static class Spa
            {
                public static void Open(int guests) => Late.Items.Clear();
                public static int Show() => Early.First + Early.Second;
            }
            public static class Early
            {
                public static int First = Late.Items.Count;
                public static int Second = Ask();
                private static int Ask() => Late.Items[0];
            }
            public static class Late
            {
                public static List<int> Items = [10, 20];
            }
            """
        );
        for (int run = 0; run < 2; run++)
        {
            sample.Reset();
            Assert.Equal(12, sample.Call(Spa, "Show"));
            sample.Open();
        }
    }

    [Fact]
    public void Values_that_optimised_code_has_read_are_reset_too()
    {
        using var sample = LoadedSample.Body(
            "",
            """
            private static readonly int[] s_numbers = [1];
            public static int Take() { int n = 0; for (int i = 0; i < 200; i++) { n = s_numbers[0]; } s_numbers[0]++; return n; }
            """
        );
        for (int run = 0; run < 300; run++)
        {
            sample.Reset();
            Assert.Equal(1, sample.Call(Spa, "Take"));
        }
    }
}
