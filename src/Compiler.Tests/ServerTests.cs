using System.Text.Json;
using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests;

public sealed class ServerTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"1\",\"kata\":\"K\"}")]
    public void A_bad_request_is_answered_and_the_next_line_is_read(string line)
    {
        using var output = new StringWriter();
        CompileServer.Run(new StringReader($"{line}\n{line}\n"), output, abandon: () => { });
        string[] answers = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, answers.Length);
        var answer = JsonSerializer.Deserialize(answers[1], ProtocolJson.Default.CompileAnswer)!;
        Assert.Equal(CompileStatus.CompilerFailed, answer.Status);
        Assert.NotEmpty(Assert.Single(answer.Diagnostics).Message);
    }

    [Fact]
    public void The_sample_that_warms_the_compiler_up_compiles() => Assert.Null(Record.Exception(WarmUp.Run));

    [Fact]
    public void A_warm_up_that_fails_is_written_down_and_ends_nothing()
    {
        using var problems = new StringWriter();

        WarmUp.Begin(() => throw new InvalidOperationException("no references"), problems).Join();

        Assert.Contains("no references", problems.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_are_written_as_people_say_them()
    {
        var answer = new CompileAnswer { Id = "1", Status = CompileStatus.BreaksTheRules };
        Assert.Contains(
            "\"status\":\"breaks-the-rules\"",
            JsonSerializer.Serialize(answer, ProtocolJson.Default.CompileAnswer),
            StringComparison.Ordinal
        );
    }
}
