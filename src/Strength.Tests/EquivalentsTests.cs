using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class EquivalentsTests
{
    [Fact]
    public void Reasons_are_read_over_several_lines_and_only_from_their_section()
    {
        var read = Equivalents.Read(
            """
            # Notes

            ## Equivalent mutants

            Main waits for its children in any case.

            - `Spa.cs/Open/join-dropped/1`: main waits for them
              anyway, at its end.
            - `Spa.cs/Visit/section-widened/2`: nobody sees it.

            ## Other right ways

            - `Spa.cs/Open/lock-dropped/1`: is not one.
            """
        );

        Assert.Empty(read.Unread);
        Assert.Equal(
            [
                ("Spa.cs/Open/join-dropped/1", "main waits for them anyway, at its end."),
                ("Spa.cs/Visit/section-widened/2", "nobody sees it."),
            ],
            read.Reasons.Select(r => (r.Key, r.Value))
        );
    }

    [Theory]
    [InlineData("- `Spa.cs/Open/join-dropped/1`:")]
    [InlineData("- `Spa.cs/Open/join-dropped/1`")]
    [InlineData("- join-dropped is right")]
    [InlineData("- `a`: first\n- `a`: again")]
    public void A_line_without_a_name_or_a_reason_is_not_passed_over(string line) =>
        Assert.NotEmpty(Equivalents.Read($"## {Equivalents.Heading}\n\n{line}\n").Unread);

    [Fact]
    public void Notes_without_the_section_name_none() =>
        Assert.Empty(Equivalents.Read("## Why it is right\n\n- `a`: b\n").Reasons);
}
