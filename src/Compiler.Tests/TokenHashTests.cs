namespace ConcurrencyKatas.Compiler.Tests;

public sealed class TokenHashTests
{
    private static readonly string s_source = Compiled.WithBody("Console.WriteLine(1 + 2);");

    [Theory]
    [InlineData("Console.WriteLine( 1+2 ) ; // three")]
    [InlineData("/* three */\r\n\r\n    Console\n.WriteLine(1 + 2);")]
    [InlineData("#region three\nConsole.WriteLine(1 + 2);\n#endregion")]
    public void Layout_and_comments_do_not_change_it(string same) =>
        Assert.Equal(Hash(s_source), Hash(Compiled.WithBody(same)));

    [Theory]
    [InlineData("Console.WriteLine(1 + 3);")]
    [InlineData("Console.WriteLine(\"1 + 2\");")]
    [InlineData("Console.WriteLine(12);")]
    [InlineData("Console.WriteLine(1 + 2);;")]
    [InlineData("#if X\nConsole.WriteLine(1 + 2);\n#endif")]
    public void A_changed_token_changes_it(string other) =>
        Assert.NotEqual(Hash(s_source), Hash(Compiled.WithBody(other)));

    [Fact]
    public void It_is_given_for_what_does_not_compile()
    {
        Assert.Equal(32, Hash("class {{{").Length);
    }

    [Fact]
    public void Given_has_one_hash_and_one_for_each_file()
    {
        using var one = Compiled.Source(s_source, "namespace ConcurrencyKatas.SampleKata; class A { }");
        using var same = Compiled.Source(s_source, "namespace ConcurrencyKatas.SampleKata;\nclass A { } // comment");
        using var other = Compiled.Source(s_source, "namespace ConcurrencyKatas.SampleKata; class B { }");
        Assert.Equal(one.Answer.GivenTokensHash, same.Answer.GivenTokensHash);
        Assert.NotEqual(one.Answer.GivenTokensHash, other.Answer.GivenTokensHash);
        Assert.NotEqual(
            one.Answer.GivenFileTokensHash["Given/Room.cs"],
            other.Answer.GivenFileTokensHash["Given/Room.cs"]
        );
        Assert.Equal(
            one.Answer.GivenFileTokensHash["GlobalUsings.cs"],
            other.Answer.GivenFileTokensHash["GlobalUsings.cs"]
        );
    }

    private static string Hash(string source)
    {
        using var compiled = Compiled.Source(source);
        return compiled.Answer.EditTokensHash["Spa.cs"];
    }
}
