namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Proofs with a process killed at one of its points, against every schedule there is.</summary>
public sealed class CrashProofTests
{
    private const int Few = 25;
    private const int Many = 2_000;
    private const int Points = 5;

    [SlowFact]
    public void A_proof_of_a_program_of_any_kind_sees_all_that_may_come_of_a_crash() =>
        Compare(RandomPrograms.Create, Few);

    [SlowFact]
    public void A_proof_of_a_program_of_pipes_sees_all_that_may_come_of_a_crash() =>
        Compare(RandomPipePrograms.Create, Few);

    [SlowFact]
    public void A_proof_of_a_program_of_full_queues_and_values_sees_all_that_may_come_of_a_crash() =>
        Compare(RandomSharedPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_see_all_that_may_come_of_a_crash()
    {
        Compare(RandomPrograms.Create, Many);
        Compare(RandomPipePrograms.Create, Many);
        Compare(RandomSharedPrograms.Create, Many);
    }

    private static void Compare(Func<ulong, ScriptedProgram> create, int programs)
    {
        var (compared, crashed) = (0, 0);
        for (ulong seed = 0; seed < (ulong)programs; seed++)
        {
            for (var point = 0; point < Points; point++)
            {
                var program = create(seed);
                var plan = new CrashPlan("c0", point);
                if (Enumerate(program, plan) is not { } all)
                {
                    continue;
                }
                var search = new ProofSearch(
                    new CrashingStage(program.Stage(), plan),
                    new ProofOptions { MaxRuns = 4_000 }
                );
                var runs = search.Explore().ToList();
                var seen = runs.Select(Observation.Of).ToHashSet();
                Assert.Null(search.Result.Obstacle);
                Assert.True(seen.IsSubsetOf(all), $"Program {seed}, {plan}: the proof saw what no schedule shows.");
                if (!search.Result.Complete)
                {
                    continue;
                }
                Assert.True(
                    seen.SetEquals(all),
                    $"Program {seed}, {plan}: {seen.Count} of {all.Count} observations were seen, among those missing:\n"
                        + all.Except(seen).FirstOrDefault()
                );
                compared++;
                crashed += runs.Exists(run => run.Steps.Any(step => step.IsKill)) ? 1 : 0;
            }
        }
        Assert.True(compared > programs, $"Only {compared} proofs could be compared.");
        Assert.True(crashed > programs / 2, $"Only in {crashed} of them was somebody killed.");
    }

    // Null for what is too large, and for what is not modelled.
    private static HashSet<string>? Enumerate(ScriptedProgram program, CrashPlan plan)
    {
        try
        {
            var all = Enumeration.Of(new ForkableCrash(program.Stage(), plan), maxStates: 1_500, localFirst: true);
            return all.IsTooLarge ? null : all.Observations;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
