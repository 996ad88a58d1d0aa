namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// The bounded search against every schedule with as many preemptions, over random programs: for each bound it shows
/// exactly what those show.
/// </summary>
public sealed class BoundedPropertyTests
{
    private const int Few = 12;

    // To be run after a change of the bounded search or of independence; takes minutes.
    private const int Many = 1_000;

    private const int Preemptions = 3;

    private static readonly Dictionary<string, Func<ulong, ScriptedProgram>> s_kinds = new()
    {
        ["any kind"] = RandomPrograms.Create,
        ["semaphores"] = RandomPrograms.CreateOfSemaphores,
        ["queues and threads"] = RandomPrograms.CreateOfQueues,
        ["full queues and values"] = RandomSharedPrograms.Create,
        ["managers"] = RandomManagedPrograms.Create,
        ["events, conditions and barriers"] = RandomMeetingPrograms.Create,
        ["orphans"] = RandomOrphanPrograms.Create,
        ["daemons"] = RandomDaemonPrograms.Create,
        ["pipes"] = RandomPipePrograms.Create,
        ["private points"] = RandomNoisyPrograms.Create,
        ["polls"] = RandomPollingPrograms.Create,
    };

    public static TheoryData<string> Kinds => [.. s_kinds.Keys];

    [SlowTheory]
    [MemberData(nameof(Kinds))]
    public void A_bounded_search_of_a_program_sees_exactly_what_its_schedules_within_the_bound_show(string kind) =>
        CompareAll(s_kinds[kind], Few, maxStates: 2_500);

    [Theory(Explicit = true)]
    [MemberData(nameof(Kinds))]
    public void Bounded_searches_of_very_many_programs_see_exactly_what_their_schedules_within_the_bound_show(
        string kind
    ) => CompareAll(s_kinds[kind], Many, maxStates: 2_500);

    private static void CompareAll(Func<ulong, ScriptedProgram> create, int programs, int maxStates)
    {
        var bounds = 0;
        var whole = 0;
        for (ulong seed = 0; seed < (ulong)programs; seed++)
        {
            var program = create(seed);
            var every = EveryBoundedSchedule.Of(program.Stage(), Preemptions, maxStates);
            BoundedComparison.AssertSame(program.Stage(), every, $"Program {seed}");
            bounds += every.Observations.Count;
            whole += every.IsWhole ? 1 : 0;
        }
        Assert.True(bounds > programs, $"Only {bounds} bounds of {programs} programs could be compared.");
        Assert.True(whole > 0, "No program could be compared with all its schedules.");
    }
}
