using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests;

public sealed class EntryTests
{
    [Theory]
    [InlineData("public static class Pond { public static void Open(int guests) { } }", "The class Spa is missing.")]
    [InlineData("public static class Spa { public static void Close(int guests) { } }", "Spa.Open is missing.")]
    [InlineData("static class Spa { public static void Open(int guests) { } }", "must be public")]
    [InlineData(
        "public static class Spa { static void Open(int guests) { } }",
        "found \"private static void Open(int guests)\""
    )]
    [InlineData("public class Spa { public void Open(int guests) { } }", "found \"public void Open(int guests)\"")]
    [InlineData("public static class Spa { public static void Open() { } }", "found \"public static void Open()\"")]
    [InlineData(
        "public static class Spa { public static void Open(long guests) { } }",
        "found \"public static void Open(long guests)\""
    )]
    [InlineData(
        "public static class Spa { public static int Open(int guests) => 0; }",
        "found \"public static int Open(int guests)\""
    )]
    [InlineData("public static class Spa { public static void Open(ref int guests) { } }", "Open(ref int guests)")]
    [InlineData("public static class Spa { public static void Open<T>(int guests) { } }", "Open<T>(int guests)")]
    public void A_wrong_entry_is_named_with_what_is_expected(string code, string part)
    {
        using var compiled = Compiled.Source("namespace ConcurrencyKatas.SampleKata;\n" + code);
        Assert.Equal(CompileStatus.DoesNotCompile, compiled.Answer.Status);
        var complaint = Assert.Single(compiled.Answer.Diagnostics);
        Assert.Equal("KATA01", complaint.Id);
        Assert.Contains(part, complaint.Message, StringComparison.Ordinal);
        Assert.True(
            part == "must be public"
                || complaint.Message.Contains("\"public static void Open(int guests)\"", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("public static void Open(int visitors) { }", "public static void Open(int guests)")]
    [InlineData(
        "public static void Open(int? a, string[] b, List<int> c) { }",
        "public static void Open(int? a, string?[] b, List<int> c)"
    )]
    [InlineData("public static void Open(int a) { } public static void Open() { }", "public static void Open()")]
    public void An_entry_with_the_same_types_is_right_whatever_its_parameters_are_called(string code, string signature)
    {
        using var compiled = Compiled.Of(
            Compiled.Request($"namespace ConcurrencyKatas.SampleKata;\npublic static class Spa {{ {code} }}") with
            {
                EntrySignature = signature,
            }
        );
        Assert.Empty(compiled.Answer.Diagnostics);
    }
}
