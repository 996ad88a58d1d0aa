using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class NewTests
{
    [Fact]
    public async Task A_new_kata_breaks_no_rule_but_that_of_having_an_impostor_and_pristine_json()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("new", "DiningPhilosophers");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);

        var check = await course.RunAsync("check", "DiningPhilosophers");
        var faults = check
            .Output.Split('\n')
            .Where(l => l.StartsWith("✗ ", StringComparison.Ordinal) && l.Contains('/'));
        // The notes have headings and no text yet; the stub equals the solution, so the fake graders pass it.
        Assert.Equal(
            [
                "✗ graders/DiningPhilosophers/pristine.json",
                "✗ graders/DiningPhilosophers/impostors",
                "✗ solutions/DiningPhilosophers/NOTES.md",
                "✗ katas/DiningPhilosophers",
                "✗ katas/DiningPhilosophers",
            ],
            faults.Select(f => f.TrimEnd())
        );
    }

    [Fact]
    public async Task A_new_impostor_is_a_copy_of_the_solution_with_a_verdict_to_fill_in()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("new", "impostor", TestCourse.Rooms, "released-too-early");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
        var lines = await File.ReadAllLinesAsync(
            course.PathOf("graders/SemaphoreRooms/impostors/released-too-early/Spa.cs"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("// fails: TEST_NAME: why it is wrong", lines[0]);
        Assert.Equal("class Spa;", lines[2]);
    }

    [Fact]
    public async Task An_impostor_needs_a_solution_to_copy()
    {
        using var course = new TestCourse();
        Directory.Delete(course.PathOf("solutions"), recursive: true);
        var spoken = await course.RunAsync("new", "impostor", TestCourse.Rooms, "released-too-early");
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains("solutions/SemaphoreRooms/Spa.cs does not exist", spoken.Errors, StringComparison.Ordinal);
    }
}
