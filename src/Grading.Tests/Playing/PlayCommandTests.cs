using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class PlayCommandTests
{
    [Theory]
    [InlineData("move 12")]
    [InlineData("undo")]
    [InlineData("finish")]
    [InlineData("restart")]
    [InlineData("quit")]
    public void A_command_is_read_as_it_is_written(string line) =>
        Assert.Equal(line, PlayCommand.Parse(line).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("move")]
    [InlineData("move -1")]
    [InlineData("jump 2")]
    public void What_is_no_command_is_refused_with_those_that_are(string line) =>
        Assert.Contains("move NUMBER, undo", Assert.Throws<FormatException>(() => PlayCommand.Parse(line)).Message);
}
