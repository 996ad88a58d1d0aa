using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class StepViewTests
{
    private readonly TestKeyboard _keyboard = new();

    [Fact]
    public async Task Where_nobody_sits_at_a_keyboard_every_step_is_shown_with_its_line_and_what_the_others_did_last() =>
        Assert.Equal(
            """

              step 3, 1 of 3
              ▶ ann  acquires A  Shop.cs:5
                    a.Acquire();

              step 4, 2 of 3
              ▶ bob  acquires B  Shop.cs:9
                ann  last acquires A  Shop.cs:5

              step 7, 3 of 3
              ▶ ann  sells ◄
                bob  last acquires B  Shop.cs:9

            """,
            await ShowAsync()
        );

    [Fact]
    public async Task At_a_keyboard_a_key_shows_the_next_step_b_the_one_before_and_q_ends()
    {
        Press(" b b b q");
        Assert.Equal(["1", "2", "1", "2", "1", "2", "1", "2"], Shown(await ShowAsync()));
    }

    [Fact]
    public async Task Before_the_first_step_there_is_none_and_after_the_last_one_it_ends()
    {
        Press("bb    ");
        Assert.Equal(["1", "1", "1", "2", "3"], Shown(await ShowAsync()));
    }

    [Fact]
    public async Task A_keyboard_that_is_gone_ends_it()
    {
        Press(" ");
        _keyboard.End();
        Assert.Equal(["1", "2"], Shown(await ShowAsync()));
    }

    private void Press(string keys)
    {
        _keyboard.IsTerminal = true;
        keys.ToList().ForEach(_keyboard.Press);
    }

    private async Task<string> ShowAsync()
    {
        var output = new StringWriter { NewLine = "\n" };
        var evidence = new Evidence
        {
            Sentence = "It fails.",
            Steps =
            [
                new(3, "ann", "acquires A", "Shop.cs:5", false, 0),
                new(4, "bob", "acquires B", "Shop.cs:9", false, 1),
                new(7, "ann", "sells", null, true, 0),
            ],
            Actors = [new("ann", 0, null), new("bob", 0, null)],
            Code = [new("Shop.cs", 5, "        a.Acquire();")],
        };
        var view = new StepView(Consoles.Plain(output, 100), _keyboard, evidence);
        await view.ShowAsync(TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static string[] Shown(string output) =>
        [.. output.Split('\n').Where(line => line.Contains(" of 3")).Select(line => line.Split(", ")[1][..1])];
}
