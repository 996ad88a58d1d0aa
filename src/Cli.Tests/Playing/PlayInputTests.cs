using ConcurrencyKatas.Cli.Playing;
using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Cli.Tests.Playing;

public sealed class PlayInputTests
{
    private static readonly PlayPosition s_position = new()
    {
        Steps = 0,
        Choices = 0,
        Trace = "",
        Actors =
        [
            new PlayActor(0, "main", "begins", true, null, null),
            new(12, "guest-12", "begins", true, null, null),
        ],
        Objects = [],
        Goals = [],
    };

    private readonly TestKeyboard _keyboard = new();

    [Theory]
    [InlineData("0", "move 0")]
    [InlineData("12", "move 12")]
    [InlineData("C", "move 12")]
    [InlineData("guest-12", "move 12")]
    [InlineData("u", "undo")]
    [InlineData("undo", "undo")]
    [InlineData("a", "finish")]
    [InlineData("r", "restart")]
    [InlineData("q", "quit")]
    [InlineData("guest-13", null)]
    [InlineData("+", null)]
    [InlineData("-1", null)]
    public async Task A_word_is_a_process_by_key_number_or_name_or_a_command(string word, string? command)
    {
        await using var input = new PlayInput(_keyboard);
        Assert.Equal(command, input.Read(word, s_position)?.ToString());
    }

    [Fact]
    public async Task The_same_again_is_whoever_was_chosen_last_whatever_else_was_done_meanwhile()
    {
        await using var input = new PlayInput(_keyboard);
        foreach (var word in (string[])["C", "u", "nonsense"])
        {
            input.Read(word, s_position);
        }
        Assert.Equal(PlayCommand.Move(12), input.Read("+", s_position));
        Assert.Equal(PlayCommand.Move(12), input.Read(" ", s_position));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9, "9")]
    [InlineData(10, "A")]
    [InlineData(12, "C")]
    public void A_key_is_one_letter(int actor, string key) => Assert.Equal(key, PlayInput.KeyOf(actor));

    [Fact]
    public async Task Keys_that_are_no_letters_are_passed_over()
    {
        _keyboard.IsTerminal = true;
        "\0\r1\e".ToList().ForEach(_keyboard.Press);
        _keyboard.End();
        await using var input = new PlayInput(_keyboard);
        Assert.Equal("1", await input.NextAsync(TestContext.Current.CancellationToken));
        Assert.Null(await input.NextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Words_come_line_by_line_until_the_input_ends()
    {
        _keyboard.Lines.Enqueue(" 1  guest-2 ");
        _keyboard.Lines.Enqueue("");
        _keyboard.Lines.Enqueue("q");
        await using var input = new PlayInput(_keyboard);
        List<string?> words = [];
        for (var i = 0; i < 4; i++)
        {
            words.Add(await input.NextAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(["1", "guest-2", "q", null], words);
    }
}
