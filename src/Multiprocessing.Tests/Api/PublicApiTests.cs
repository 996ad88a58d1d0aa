namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What students and teachers program against does not change unnoticed.</summary>
public sealed class PublicApiTests
{
    /// <remarks><c>ConcurrencyKatas.Control</c> is for the arbiter and the worker; katas may not name it.</remarks>
    [Fact]
    public Task The_public_types_and_members_are_those_that_were_approved()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is the same on every system, and read on one.");
        return Approved.MatchAsync(PublicApi.Of(typeof(Process).Assembly.Location, "ConcurrencyKatas"));
    }
}
