using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class SuggestionTests
{
    private static readonly string[] s_names = ["SemaphoreRooms", "DeadlockRLock", "Pool"];

    [Theory]
    [InlineData("semaphorerooms", "SemaphoreRooms")]
    [InlineData("SemaforRooms", "SemaphoreRooms")]
    [InlineData("Dead", "DeadlockRLock")]
    [InlineData("Poool", "Pool")]
    [InlineData("Kitchen", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_unless_it_is_far(string typed, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(typed, s_names));
}
