namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// The proof against every schedule there is, over random programs. In a proof that lost an interleaving, or in
/// <see cref="Independence"/> that calls independent what is not, some of these programs show something less.
/// </summary>
public sealed class ProofPropertyTests
{
    private const int Few = 30;

    // To be run after a change of the proof or of independence; takes minutes.
    private const int Many = 20_000;

    // Of what can be enumerated. A proof that gives up more often would hide what it loses.
    private const double IncompleteAtMost = 0.04;

    [SlowFact]
    public void A_proof_of_a_program_of_any_kind_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomPrograms.Create, Few);

    [SlowFact]
    public void A_proof_of_a_program_of_semaphores_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomPrograms.CreateOfSemaphores, Few);

    [SlowFact]
    public void A_proof_of_a_program_of_managers_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomManagedPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_managers_see_exactly_what_all_schedules_show() =>
        Compare(RandomManagedPrograms.Create, Many);

    [SlowTheory]
    [InlineData(2, 2, 4)]
    public void A_proof_of_every_program_of_this_size_over_a_manager_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllManaged(actors, length, kinds);

    [Theory(Explicit = true)]
    [InlineData(2, 2, 7)]
    [InlineData(3, 2, 4)]
    [InlineData(2, 3, 7)]
    public void A_proof_of_every_larger_program_over_a_manager_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllManaged(actors, length, kinds);

    [SlowFact]
    public void A_proof_of_a_program_of_queues_and_threads_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomPrograms.CreateOfQueues, Few);

    [SlowFact]
    public void A_proof_of_a_program_of_full_queues_and_values_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomSharedPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_full_queues_and_values_see_exactly_what_all_schedules_show() =>
        Compare(RandomSharedPrograms.Create, Many);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_queues_and_threads_see_exactly_what_all_schedules_show() =>
        Compare(RandomPrograms.CreateOfQueues, Many);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_any_kind_see_exactly_what_all_schedules_show() =>
        Compare(RandomPrograms.Create, Many);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_semaphores_see_exactly_what_all_schedules_show() =>
        Compare(RandomPrograms.CreateOfSemaphores, Many);

    [SlowTheory]
    [InlineData(2, 2, 4)]
    public void A_proof_of_every_program_of_this_size_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAll(actors, length, kinds);

    [Theory(Explicit = true)]
    [InlineData(3, 2, 5)]
    [InlineData(3, 3, 3)]
    [InlineData(2, 4, 4)]
    [InlineData(4, 2, 3)]
    public void A_proof_of_every_larger_program_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAll(actors, length, kinds);

    [SlowFact]
    public void A_proof_of_a_program_of_events_conditions_and_barriers_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomMeetingPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_events_conditions_and_barriers_see_exactly_what_all_schedules_show() =>
        Compare(RandomMeetingPrograms.Create, Many);

    [SlowTheory]
    [InlineData(2, 2, 4)]
    public void A_proof_of_every_program_of_this_size_over_a_meeting_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllMeetings(actors, length, kinds);

    [Theory(Explicit = true)]
    [InlineData(2, 2, 8)]
    [InlineData(3, 2, 4)]
    [InlineData(2, 3, 5)]
    public void A_proof_of_every_larger_program_over_a_meeting_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllMeetings(actors, length, kinds);

    [SlowFact]
    public void A_proof_of_a_program_of_orphans_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomOrphanPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_orphans_see_exactly_what_all_schedules_show() =>
        Compare(RandomOrphanPrograms.Create, Many);

    [SlowFact]
    public void A_proof_of_a_program_of_daemons_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomDaemonPrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_daemons_see_exactly_what_all_schedules_show() =>
        Compare(RandomDaemonPrograms.Create, Many);

    [SlowTheory]
    [InlineData(2, 2, 3)]
    public void A_proof_of_every_program_of_this_size_with_daemons_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllOfDaemons(actors, length, kinds);

    [Theory(Explicit = true)]
    [InlineData(2, 2, 5)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 2, 3)]
    public void A_proof_of_every_larger_program_with_daemons_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAllOfDaemons(actors, length, kinds);

    [SlowFact]
    public void A_proof_of_a_program_of_pipes_sees_exactly_what_all_its_schedules_show() =>
        Compare(RandomPipePrograms.Create, Few);

    [Fact(Explicit = true)]
    public void Proofs_of_very_many_programs_of_pipes_see_exactly_what_all_schedules_show() =>
        Compare(RandomPipePrograms.Create, Many);

    [SlowTheory]
    [InlineData(2, 2, 6)]
    public void A_proof_of_every_program_of_this_size_over_a_pipe_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAll(SmallPipePrograms.All(actors, length, kinds));

    [Theory(Explicit = true)]
    [InlineData(2, 2, 8)]
    [InlineData(3, 2, 5)]
    [InlineData(2, 3, 7)]
    public void A_proof_of_every_larger_program_over_a_pipe_sees_exactly_what_all_its_schedules_show(
        int actors,
        int length,
        int kinds
    ) => CompareAll(SmallPipePrograms.All(actors, length, kinds));

    [SlowFact]
    public void The_comparison_would_notice_a_lost_interleaving()
    {
        var lost = 0;
        for (ulong seed = 0; seed < 50; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var all = Enumeration.Of(program, maxStates: 20_000);
            // As if marks were nobody's business: sleep sets then lose what they should keep.
            var search = new ProofSearch(program.Stage())
            {
                Commute = (World _, in Happening a, in Happening b) =>
                    a.Operation.Kind == Control.OperationKind.Mark || !Independence.MayConflict(a, b),
            };
            lost += search.Explore().Select(Observation.Of).ToHashSet().SetEquals(all.Observations) ? 0 : 1;
        }
        Assert.True(lost > 5, $"Only {lost} of 50 programs showed that something was lost.");
    }

    private static void Compare(Func<ulong, ScriptedProgram> create, int programs)
    {
        var (tooLarge, incomplete) = (0, 0);
        for (ulong seed = 0; seed < (ulong)programs; seed++)
        {
            var program = create(seed);
            var all = Enumeration.Of(program, maxStates: 1_500, localFirst: seed % 8 != 0);
            if (all.IsTooLarge)
            {
                tooLarge++;
                continue;
            }
            incomplete += Compare(program, all, $"Program {seed}") ? 0 : 1;
        }
        Assert.True(tooLarge < programs / 2, $"{tooLarge} of {programs} programs are too large to be enumerated.");
        Assert.True(
            incomplete <= programs * IncompleteAtMost,
            $"{incomplete} of {programs} programs could be enumerated, and their proofs came to no end."
        );
    }

    private static void CompareAll(int actors, int length, int kinds)
    {
        foreach (var primitive in SmallPrograms.Primitives)
        {
            CompareAll(SmallPrograms.All(primitive, actors, length, kinds));
        }
    }

    private static void CompareAllOfDaemons(int actors, int length, int kinds)
    {
        foreach (var primitive in SmallPrograms.Primitives)
        {
            CompareAll(SmallPrograms.AllOfDaemons(primitive, actors, length, kinds));
        }
    }

    private static void CompareAllMeetings(int actors, int length, int kinds)
    {
        foreach (var (primitive, operations) in SmallMeetingPrograms.Meetings)
        {
            CompareAll(SmallPrograms.All(primitive, operations[..Math.Min(kinds, operations.Length)], actors, length));
        }
    }

    private static void CompareAllManaged(int actors, int length, int kinds)
    {
        foreach (var kind in SmallManagedPrograms.Kinds)
        {
            CompareAll(SmallManagedPrograms.All(kind, actors, length, kinds));
        }
    }

    private static void CompareAll(IEnumerable<ScriptedProgram> programs)
    {
        var number = 0;
        foreach (var program in programs)
        {
            var all = Enumeration.Of(program, maxStates: 1_000_000, localFirst: true);
            Assert.False(all.IsTooLarge);
            var name = $"{program.Primitives[0]}, program {number++}";
            Assert.True(Compare(program, all, name), $"{name}: the proof takes too many runs.");
        }
    }

    // False when the proof would take too many runs to be compared.
    private static bool Compare(ScriptedProgram program, Enumeration all, string name)
    {
        var search = new ProofSearch(program.Stage(), new ProofOptions { MaxRuns = 4_000 });
        var seen = search.Explore().Select(Observation.Of).ToHashSet();
        Assert.Null(search.Result.Obstacle);
        Assert.True(seen.IsSubsetOf(all.Observations), $"{name}: the proof saw what no schedule shows.");
        Assert.True(
            !search.Result.Complete || seen.SetEquals(all.Observations),
            $"{name}: {seen.Count} of {all.Observations.Count} observations were seen, among those missing:\n"
                + all.Observations.Except(seen).FirstOrDefault()
        );
        return search.Result.Complete;
    }
}
