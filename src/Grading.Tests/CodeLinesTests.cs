using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>The student's lines in a report, which a hostile file must not make unreadable.</summary>
public sealed class CodeLinesTests
{
    [Fact]
    public void A_line_that_is_named_comes_with_its_neighbours_and_no_other_file_does()
    {
        IReadOnlyList<CodeLine> code = CodeLines.Of(
            At("Spa.cs", 2),
            [new SourceFile("Spa.cs", "one\r\ntwo  \nthree\nfour"), new SourceFile("Desk.cs", "one\ntwo")]
        );

        Assert.Equal([new("Spa.cs", 1, "one"), new("Spa.cs", 2, "two"), new CodeLine("Spa.cs", 3, "three")], code);
    }

    [Fact]
    public void A_line_without_an_end_is_cut()
    {
        CodeLine line = Assert.Single(
            CodeLines.Of(At("Spa.cs", 1), [new SourceFile("Spa.cs", new string('x', 5_000))])
        );

        Assert.Equal(new string('x', 200) + "…", line.Text);
    }

    private static Evidence At(string file, int line) =>
        new()
        {
            Sentence = "It broke.",
            File = file,
            Line = line,
        };
}
