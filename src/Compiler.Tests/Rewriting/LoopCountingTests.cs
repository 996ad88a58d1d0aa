using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

[Collection(nameof(Seam))]
public sealed class LoopCountingTests
{
    public static TheoryData<string> Endless =>
        [
            "while (guests > 0) { }",
            "for (; ; ) ;",
            "do { guests = 2; } while (guests == 2);",
            "again: goto again;",
            "again: if (guests > 0) goto again;",
            "while (true) { try { if (guests > 0) continue; return; } finally { guests = 1; } }",
            "while (true) { switch (guests) { case 1: guests = 2; continue; case 2: guests = 1; continue; default: return; } }",
            "foreach (int i in Numbers()) { } IEnumerable<int> Numbers() { while (true) yield return 1; }",
            "Action a = () => { while (guests > 0) { } }; a();",
            "new Nested<int>().Work();",
            "Later().Wait(); async System.Threading.Tasks.Task Later() { while (guests > 0) await System.Threading.Tasks.Task.CompletedTask; }",
            "Numbers().Count(); IEnumerable<int> Numbers() { while (true) yield return 1; }",
        ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_loop_that_does_not_end_is_reported_however_it_is_written(string body)
    {
        using var sample = LoadedSample.Body(
            body,
            "private sealed class Nested<T> { public void Work() { while (true) { } } }",
            "async",
            "System.Threading.Tasks"
        );
        using var controller = new RecordingController();

        Exception problem = Assert.ThrowsAny<Exception>(() => sample.Open());

        Assert.IsType<RecordingController.LoopException>(problem.GetBaseException());
    }

    [Theory]
    [InlineData("for (int i = 0; i < 1_000_000; i++) { sum += i; }", 499_999_500_000)]
    [InlineData(
        "int i = 0; while (true) { try { if (i++ == 10) break; if (i % 2 == 0) continue; sum += i; } finally { sum += 100; } }",
        1_125
    )]
    [InlineData(
        "int i = 0; again: sum += i; switch (i++) { case 0: goto again; case 1: goto again; default: break; }",
        3
    )]
    [InlineData("foreach (int i in new List<int> { 1, 2, 3 }) { for (int j = 0; j < i; j++) { sum += j; } }", 4)]
    public void A_loop_that_ends_computes_what_it_did(string body, long expected)
    {
        using var sample = LoadedSample.Body($"long sum = 0; {body} Console.WriteLine(sum);");
        using var controller = new RecordingController();

        sample.Open();

        Assert.Equal($"{expected}\n", Assert.Single(controller.Operations).Text);
    }

    [Fact]
    public void Turns_are_counted_from_the_last_point()
    {
        using var controller = new RecordingController();
        for (int i = 0; i < 2; i++)
        {
            LoopTurns.Begin();
            for (int turn = 0; turn < LoopTurns.Limit; turn++)
            {
                LoopTurns.Count();
            }
        }
        Assert.Throws<RecordingController.LoopException>(LoopTurns.Count);
    }

    [Fact]
    public void A_process_that_is_made_counts_as_a_thousand_turns()
    {
        using var controller = new RecordingController();
        LoopTurns.Begin();
        const int Allowed = LoopTurns.Limit / 1_000;
        for (int made = 0; made < Allowed; made++)
        {
            _ = new Process(Nothing);
        }
        Assert.Throws<RecordingController.LoopException>(() => new Process(Nothing));
    }

    private static void Nothing() { }

    [Fact]
    public void Without_a_scheduler_a_loop_may_turn_for_ever()
    {
        LoopTurns.Begin();
        for (int turn = 0; turn <= LoopTurns.Limit; turn++)
        {
            LoopTurns.Count();
        }
    }
}
