using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Two processes take two locks in opposite orders; the others take a third one, twice.</summary>
internal static class OppositeLocks
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"opposite locks, {processes}", noise);
        var (a, b, c) = (model.Lock("A"), model.Lock("B"), model.Lock("C"));
        model.Process(_ => Both(a, b)).Process(_ => Both(b, a));
        for (var i = 2; i < processes; i++)
        {
            model.Process(_ => [Voice.Acquire(c), Voice.Release(c), Voice.Acquire(c), Voice.Release(c)]);
        }
        return model;
    }

    private static IEnumerable<Operation> Both(int first, int second) =>
        [Voice.Acquire(first), Voice.Acquire(second), Voice.Release(second), Voice.Release(first)];
}
