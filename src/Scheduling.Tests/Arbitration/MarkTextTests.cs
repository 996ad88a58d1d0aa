namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class MarkTextTests
{
    [Theory]
    [InlineData("spa\tguest 1 enters", "spa", "guest 1 enters")]
    [InlineData("guest 1 enters", "marks", "guest 1 enters")]
    [InlineData("", "marks", "")]
    [InlineData(null, "marks", "")]
    public void A_mark_that_names_no_object_is_one_of_all_such_marks(string? text, string name, string what) =>
        Assert.Equal((name, what), (MarkText.ObjectOf(text), MarkText.WhatOf(text)));
}
