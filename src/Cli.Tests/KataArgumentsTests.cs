using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Running;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class KataArgumentsTests
{
    [Theory]
    [InlineData("", "8 4 false")]
    [InlineData("3", "3 4 false")]
    [InlineData("3 2 true", "3 2 true")]
    [InlineData("rooms=2", "8 2 false")]
    [InlineData("rooms=2 3", "3 2 false")]
    public void Arguments_are_taken_by_position_by_name_or_from_the_kata(string typed, string expected)
    {
        using var course = new TestCourse();
        var kata = KataFile.Read(course.PathOf("katas/SemaphoreRooms"));
        Assert.Equal(
            expected.Split(' '),
            KataArguments.Fit(kata, typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );
    }
}
