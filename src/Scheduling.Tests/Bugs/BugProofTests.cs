using ConcurrencyKatas.Scheduling.Tests;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>The proof over the bug models: it sees what every schedule together shows, finds each bug, and clears the mended ones.</summary>
public sealed class BugProofTests
{
    private const int ProofSize = 4; // processes

    public static TheoryData<string> Small =>
        [
            "lost update, 2",
            "opposite locks, 2",
            "philosophers, 3",
            "lost wake-up, 2",
            "half published, 4",
            "two stages, 2",
            "if instead of while",
            "ABA free list, 2",
            "create if missing, 2",
            "locked counter, 2 x 2",
            "locked counter, 3 x 1",
            "philosophers in order, 3",
            "barrier, 2 x 2",
            "barrier, 3 x 1",
            "while, 2 items",
        ];

    public static TheoryData<string> OfProofSize =>
        [.. s_all.Where(model => model.Processes.Count <= ProofSize).Select(model => model.Name)];

    private static readonly IReadOnlyList<BugModel> s_all = [.. BugCatalogue.All(0), .. BugCatalogue.Mended(0)];

    [Theory]
    [MemberData(nameof(Small))]
    public void Where_all_schedules_can_be_gone_through_a_proof_sees_what_they_show(string name)
    {
        var model = Model(name);
        var all = Enumeration.Of(model.Stage(), maxStates: 10_000, localFirst: true);
        Assert.False(all.IsTooLarge);
        var search = new ProofSearch(model.Stage(), new ProofOptions { MaxRuns = int.MaxValue });
        var seen = search.Explore().Select(Observation.Of).ToHashSet();
        Assert.True(search.Result.Complete);
        Assert.Equal(all.Observations.Order(), seen.Order());
    }

    [Theory]
    [MemberData(nameof(OfProofSize))]
    public void A_proof_of_2_000_runs_finds_the_bug_and_none_where_it_was_mended(string name)
    {
        var model = Model(name);
        var shows = new ProofSearch(model.Stage()).Explore().Any(model.ShowsIn);
        Assert.Equal(BugCatalogue.Mended(0).All(mended => mended.Name != name), shows);
    }

    private static BugModel Model(string name) => s_all.Single(model => model.Name == name);
}
