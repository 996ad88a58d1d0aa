namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>One run of the action over a submission with a mistake, for all tests of a class.</summary>
public sealed class FailedGrading : IAsyncLifetime
{
    internal ActionRun Run { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Run.Submit(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        Run.Submit(TestCourse.Locks, "passes");
        await Run.RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        Run.Dispose();
        return ValueTask.CompletedTask;
    }
}
