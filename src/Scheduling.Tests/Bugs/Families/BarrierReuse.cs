using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>A barrier of a counter and one semaphore for all rounds: who is fast takes the unit of who is slow, a round later.</summary>
internal static class BarrierReuse
{
    public static BugModel Of(int processes, int noise) =>
        Make($"barrier reuse, {processes}", processes, rounds: 2, noise, isMended: false);

    /// <summary>The same, right: a semaphore for the even rounds and one for the odd ones.</summary>
    public static BugModel Mended(int processes, int rounds, int noise) =>
        Make($"barrier, {processes} x {rounds}", processes, rounds, noise, isMended: true);

    private static BugModel Make(string name, int processes, int rounds, int noise, bool isMended)
    {
        var model = new BugModel(name, noise);
        var (gate, arrived) = (model.Lock("gate"), model.Cell("arrived"));
        int[] turnstiles = [model.Semaphore("even"), model.Semaphore("odd")];
        var phases = model.Cells("phase", processes);
        for (var i = 0; i < processes; i++)
        {
            var (mine, next) = (phases[i], phases[(i + 1) % processes]);
            model.Process(me => Body(me, mine, next));
        }
        return model;

        IEnumerable<Operation> Body(Voice me, int mine, int next)
        {
            for (var round = 1; round <= rounds; round++)
            {
                var turnstile = turnstiles[isMended ? round % 2 : 0];
                yield return Voice.Write(mine, round);
                yield return Voice.Acquire(gate);
                yield return Voice.Read(arrived);
                var isLast = me.Number == processes - 1;
                yield return Voice.Write(arrived, (me.Number + 1) % processes);
                for (var other = 1; isLast && other < processes; other++)
                {
                    yield return Voice.Release(turnstile);
                }
                yield return Voice.Release(gate);
                if (!isLast)
                {
                    yield return Voice.Acquire(turnstile);
                }
                yield return Voice.Read(next);
                if (me.Refutes(me.Number >= round))
                {
                    yield break;
                }
            }
        }
    }
}
