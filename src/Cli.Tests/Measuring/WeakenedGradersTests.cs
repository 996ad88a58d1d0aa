using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Pages;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Measuring;

/// <summary>The real hidden tests of a kata, weakened on purpose: the page has to show it, and where.</summary>
public sealed class WeakenedGradersTests
{
    private const string Kata = "SemaphoreRooms";
    private const string Tests = "SemaphoreRooms/SemaphoreRoomsTests.cs";
    private const string Overcrowded = "Never_more_guests_are_inside_than_there_are_rooms";
    private const string Together = "As_many_guests_may_be_inside_together_as_there_are_rooms";
    private const string Slips = "A_guest_who_slips_still_frees_the_room";

    [SlowFact]
    public async Task Each_claim_that_is_weakened_drops_in_its_own_cell()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "graded on Linux only");
        using var sound = new ScratchGraders(Tests);
        using var weakened = new ScratchGraders(
            Tests,
            ("SpaBook.Overcrowded(run) ?? ", ""),
            ("SpaBook.Inside(run).Count == 2", "SpaBook.Inside(run).Count == 1"),
            ("SpaBook.RoomLost(run) ?? (run.Run.Ending == Ending.Completed ? SpaBook.Unserved(run) : null)", "null")
        );
        var before = await sound.MeasureAsync(Kata);
        var after = await weakened.MeasureAsync(Kata);

        Assert.All(before.Scores, score => Assert.Equal((0, 0), (score.Survived, score.Errors)));
        Assert.All(before.Claims, claim => Assert.True(claim.Kills > 0, $"{claim.Claim} catches nothing."));
        string[] weak = [Overcrowded, Together, Slips];
        Assert.All(weak, claim => Assert.Equal(0, KillsOf(after, claim)));
        foreach (var claim in before.Claims.Where(c => !weak.Contains(c.Claim)))
        {
            Assert.Equal(claim.Kills, KillsOf(after, claim.Claim));
        }
        // Some are caught by other claims as well; these are not.
        string[] missed = ["no-semaphore", "one-room-too-many"];
        var survivors = after.Survivors.Select(outcome => outcome.Id).ToList();
        Assert.All(missed, impostor => Assert.Contains(impostor, survivors));
        Assert.Contains(after.Scores, score => score is { Kind: OutcomeKind.Impostors, Score: < 90 });
        Assert.False(after.IsSound);
    }

    private static int KillsOf(KataStrength strength, string claim) =>
        strength.Claims.Single(c => c.Claim == claim).Kills;
}
